import { Injectable } from '@nestjs/common';
import { checkSegregation } from '@weilend/contracts';
import { BusinessClock, DomainError, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { Database, UnitOfWork } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { checkControlSums, releaseBatch } from '../../domain/disbursement/payment-batch.js';
import type { BatchLine, ControlSums } from '../../domain/disbursement/payment-batch.js';
import { PaymentBatches } from '../../persistence/payment-batch.repository.js';
import { PaymentSignal } from '../settle-payment/payment-signal.js';
import { BatchOrders } from './batch-orders.js';

export interface ReleasePaymentBatchRequest extends ControlSums {
  readonly requestKey: string;
  readonly batchId: string;
}

/**
 * Another person than who put the batch together types its number and sum, and all of its payments are released in one transaction, each under the checker's
 * rules. A payment that fails them stays out with its reason, and is an order like any other again [4.19, 7.3, G7].
 */
@Injectable()
export class ReleasePaymentBatch {
  constructor(
    private readonly work: UnitOfWork,
    private readonly database: Database,
    private readonly batches: PaymentBatches,
    private readonly orders: BatchOrders,
    private readonly signal: PaymentSignal,
    private readonly clock: BusinessClock,
  ) {}

  async execute(actor: Actor, input: ReleasePaymentBatchRequest): Promise<string> {
    const askAt = await this.database.now();
    return this.work.once({ operation: 'release-payment-batch', actor, input }, async (tx) => {
      const by = employeeIdOf(actor);
      const batch = await this.batches.get(input.batchId, tx);
      checkSegregation([{ role: 'PAYMENT_MAKER', employeeId: batch.openedBy }], { role: 'PAYMENT_CHECKER', employeeId: by });
      const released = releaseBatch(batch, batch.lines, { by, on: this.clock.today() });
      checkControlSums(batch, input);
      const lines: BatchLine[] = [];
      for (const line of batch.lines) lines.push(await this.release(batch.id, line, { by, askAt }, tx));
      await this.batches.save({ ...released, lines }, tx);
      tx.afterCommit(() => this.signal.released());
      return batch.id;
    });
  }

  private async release(batchId: string, line: BatchLine, released: { by: string; askAt: Date }, tx: Tx): Promise<BatchLine> {
    try {
      await this.orders.release({ batchId, orderId: line.orderId }, released, tx);
      return line;
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      await this.orders.leaveOut({ batchId, orderId: line.orderId }, released.askAt, tx);
      return { ...line, leftOut: { code: error.code, data: error.data } };
    }
  }
}
