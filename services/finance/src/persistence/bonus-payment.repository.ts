import { Injectable } from '@nestjs/common';
import { Database, Repository } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import type { BonusPayment } from '../domain/bonus/bonus-payment.js';
import { LIVE_BONUS_STATES } from '../domain/bonus/bonus.machine.js';
import { bonusPaymentCollection } from './bonus-payment.schema.js';

export type StoredBonus = BonusPayment & { readonly openedAt: Date };

@Injectable()
export class BonusPayments extends Repository<StoredBonus> {
  constructor(database: Database) {
    super(database, bonusPaymentCollection, 'bonus payment');
  }

  live({ employeeId, quarter, kind }: Pick<BonusPayment, 'employeeId' | 'quarter' | 'kind'>, tx: Tx): Promise<StoredBonus | null> {
    return this.findOne({ employeeId, quarter, kind, state: { $in: LIVE_BONUS_STATES } }, tx);
  }

  /** One of a person that is made and neither paid nor given back. */
  underWay(employeeId: string, tx: Tx): Promise<StoredBonus | null> {
    return this.findOne({ employeeId, state: { $in: ['MADE', 'RELEASED', 'SENT'] } }, tx);
  }

  /** Ids of payments whose next call to the bank is due by the database's clock, longest waiting first. */
  async dueIds(limit: number): Promise<string[]> {
    const due = { state: { $in: ['RELEASED', 'SENT'] }, askAt: { $type: 'date' }, $expr: { $lte: ['$askAt', '$$NOW'] } };
    const rows = await this.model.collection.find(due, { projection: { _id: 1 }, sort: { askAt: 1 }, limit }).toArray();
    return rows.map((row) => String(row._id));
  }
}
