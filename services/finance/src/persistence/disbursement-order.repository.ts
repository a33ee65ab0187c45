import { Injectable } from '@nestjs/common';
import type { Fen } from '@weilend/kernel';
import { Database, Repository } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { LIVE_STATES } from '../domain/disbursement/order.machine.js';
import type { DisbursementOrder } from '../domain/disbursement/order.js';
import { disbursementOrderCollection } from './disbursement-order.schema.js';

export type StoredOrder = DisbursementOrder & { readonly openedAt: Date };

@Injectable()
export class DisbursementOrders extends Repository<StoredOrder> {
  constructor(database: Database) {
    super(database, disbursementOrderCollection, 'disbursement order');
  }

  liveOfApplication(applicationId: string, tx: Tx): Promise<StoredOrder | null> {
    return this.findOne({ applicationId, state: { $in: LIVE_STATES } }, tx);
  }

  /** What is reserved for payments under way, per borrower; read from all that are under way, which are few at any time. */
  async reservedOf(customerIds: readonly string[], tx: Tx): Promise<ReadonlyMap<string, Fen>> {
    const sums = [
      { $match: { state: { $in: ['RESERVED', 'SENT'] }, customerId: { $in: [...customerIds] } } },
      { $group: { _id: '$customerId', amountFen: { $sum: '$terms.amountFen' } } },
    ];
    const rows = await this.model.collection.aggregate<{ _id: string; amountFen: Fen }>(sums, { session: tx.session }).toArray();
    return new Map(rows.map(({ _id, amountFen }) => [_id, amountFen]));
  }

  /** The order whose payment came back by a transaction of the bank. */
  reversedBy(bankReference: string, tx: Tx): Promise<StoredOrder | null> {
    return this.findOne({ 'reversal.bankReference': bankReference }, tx);
  }

  /** Whom an order pays, outside of any transaction; null when there is no such order. */
  async borrowerOf(orderId: string): Promise<string | null> {
    const row = await this.model.collection.findOne({ _id: orderId } as never, { projection: { customerId: 1 } });
    return (row?.['customerId'] as string | undefined) ?? null;
  }

  /** Ids of payments whose next call to the bank is due by the database's clock, longest waiting first; what is held in a batch is not. */
  async dueIds(limit: number): Promise<string[]> {
    const due = { state: { $in: ['RESERVED', 'SENT'] }, askAt: { $type: 'date' }, $expr: { $lte: ['$askAt', '$$NOW'] } };
    const rows = await this.model.collection.find(due, { projection: { _id: 1 }, sort: { askAt: 1 }, limit }).toArray();
    return rows.map((row) => String(row._id));
  }
}
