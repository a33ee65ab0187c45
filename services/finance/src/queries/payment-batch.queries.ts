import { Injectable } from '@nestjs/common';
import { sumFen } from '@weilend/kernel';
import type { Fen } from '@weilend/kernel';
import { Database, pageOf } from '@weilend/mongo';
import type { Page, PageRequest, Stored } from '@weilend/mongo';
import type { BatchState } from '../domain/disbursement/batch.machine.js';
import type { OrderState } from '../domain/disbursement/order.machine.js';
import type { PaymentBatch } from '../domain/disbursement/payment-batch.js';
import { disbursementOrderCollection } from '../persistence/disbursement-order.schema.js';
import { paymentBatchCollection } from '../persistence/payment-batch.schema.js';
import { plain } from './scope.js';

export interface Share {
  readonly count: number;
  readonly totalFen: Fen;
}

/** Where the payments of a batch are. */
export interface BatchProgress {
  readonly batchId: string;
  /** Not sent yet. */
  readonly waiting: Share;
  /** Sent, and the bank has not said what became of them. */
  readonly unknown: Share;
  readonly paid: Share;
  /** Given back or cancelled. */
  readonly returned: Share;
}

const PLACES: Readonly<Record<Exclude<keyof BatchProgress, 'batchId'>, readonly OrderState[]>> = {
  waiting: ['OPEN', 'MADE', 'RESERVED'],
  unknown: ['SENT'],
  paid: ['PAID'],
  returned: ['RETURNED', 'CANCELLED'],
};

/** Batches of payments and how far they are. */
@Injectable()
export class PaymentBatchQueries {
  constructor(private readonly database: Database) {}

  async byIds(ids: readonly string[]): Promise<PaymentBatch[]> {
    const filter = { _id: { $in: [...ids] } };
    const rows = await this.database
      .model(paymentBatchCollection)
      .find(filter as never)
      .lean<Stored[]>()
      .exec();
    return rows.map((row) => plain<PaymentBatch>(row));
  }

  list({ state, ...page }: PageRequest & { state?: BatchState | null }): Promise<Page<PaymentBatch>> {
    const filter = state ? { state } : {};
    return pageOf(this.database.model(paymentBatchCollection), page, { filter, map: (row) => plain<PaymentBatch>(row) });
  }

  /** One question for all of the batches. */
  async progressOf(batchIds: readonly string[]): Promise<BatchProgress[]> {
    const sums = [
      { $match: { batchId: { $in: [...batchIds] } } },
      { $group: { _id: { batchId: '$batchId', state: '$state' }, count: { $sum: 1 }, totalFen: { $sum: '$terms.amountFen' } } },
    ];
    const rows = await this.database
      .model(disbursementOrderCollection)
      .aggregate<Share & { _id: { batchId: string; state: OrderState } }>(sums)
      .exec();
    return batchIds.map((batchId) => {
      const own = rows.filter((row) => row._id.batchId === batchId);
      const shareOf = (states: readonly OrderState[]): Share => total(own.filter((row) => states.includes(row._id.state)));
      const { waiting, unknown, paid, returned } = PLACES;
      return { batchId, waiting: shareOf(waiting), unknown: shareOf(unknown), paid: shareOf(paid), returned: shareOf(returned) };
    });
  }
}

const total = (shares: readonly Share[]): Share => ({
  count: shares.reduce((sum, share) => sum + share.count, 0),
  totalFen: sumFen(shares.map((share) => share.totalFen)),
});
