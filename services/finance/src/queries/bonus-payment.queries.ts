import { Injectable } from '@nestjs/common';
import { Database, pageOf } from '@weilend/mongo';
import type { Page, PageRequest, Stored } from '@weilend/mongo';
import type { BonusState } from '../domain/bonus/bonus.machine.js';
import type { StoredBonus } from '../persistence/bonus-payment.repository.js';
import { bonusPaymentCollection } from '../persistence/bonus-payment.schema.js';
import { plain } from './scope.js';

export type { StoredBonus };

/** Bonuses that are to be paid or were. */
@Injectable()
export class BonusPaymentQueries {
  constructor(private readonly database: Database) {}

  async byIds(ids: readonly string[]): Promise<StoredBonus[]> {
    const rows = await this.model()
      .find({ _id: { $in: [...ids] } } as never)
      .lean<Stored[]>()
      .exec();
    return rows.map((row) => plain<StoredBonus>(row));
  }

  list({ state, ...page }: PageRequest & { state?: BonusState | null }): Promise<Page<StoredBonus>> {
    return pageOf(this.model(), page, { filter: state ? { state } : {}, map: (row) => plain<StoredBonus>(row) });
  }

  private model() {
    return this.database.model(bonusPaymentCollection);
  }
}
