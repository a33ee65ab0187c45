import { Injectable } from '@nestjs/common';
import type { Actor } from '@weilend/kernel';
import { Database, UnitOfWork } from '@weilend/mongo';
import { dissolveBatch } from '../../domain/disbursement/payment-batch.js';
import { PaymentBatches } from '../../persistence/payment-batch.repository.js';
import { BatchOrders } from '../release-payment-batch/batch-orders.js';

export interface DissolvePaymentBatchRequest {
  readonly requestKey?: string | null;
  readonly batchId: string;
}

/** Takes a batch apart that was not released: its orders can be released alone or put into another [4.19]. */
@Injectable()
export class DissolvePaymentBatch {
  constructor(
    private readonly work: UnitOfWork,
    private readonly database: Database,
    private readonly batches: PaymentBatches,
    private readonly orders: BatchOrders,
  ) {}

  async execute(actor: Actor, input: DissolvePaymentBatchRequest): Promise<string> {
    const askAt = await this.database.now();
    return this.work.once({ operation: 'dissolve-payment-batch', actor, input }, async (tx) => {
      const batch = await this.batches.get(input.batchId, tx);
      await this.batches.save(dissolveBatch(batch), tx);
      for (const { orderId } of batch.lines) await this.orders.leaveOut({ batchId: batch.id, orderId }, askAt, tx);
      return batch.id;
    });
  }
}
