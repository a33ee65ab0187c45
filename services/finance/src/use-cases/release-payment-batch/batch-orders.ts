import { Injectable } from '@nestjs/common';
import { DomainError } from '@weilend/kernel';
import type { Tx } from '@weilend/mongo';
import { outOfBatch } from '../../domain/disbursement/payment-batch.js';
import { DisbursementOrders } from '../../persistence/disbursement-order.repository.js';
import { PaymentRelease } from '../payment-release.js';

interface Place {
  readonly batchId: string;
  readonly orderId: string;
}

/** The orders of a batch at the moment of its release, one by one. */
@Injectable()
export class BatchOrders {
  constructor(
    private readonly orders: DisbursementOrders,
    private readonly payment: PaymentRelease,
  ) {}

  /** Throws a DomainError of the checker's rules before it writes anything. */
  async release({ batchId, orderId }: Place, released: { by: string; askAt: Date }, tx: Tx): Promise<void> {
    const order = await this.orders.get(orderId, tx);
    if (order.batchId !== batchId) throw new DomainError('ORDER_NOT_FOR_BATCH', { orderId, state: order.state });
    // Checked before it joined: the amount is reserved, and it only waited.
    if (order.state === 'RESERVED') await this.orders.save({ ...order, askAt: released.askAt }, tx);
    else await this.payment.apply(order, released, tx);
  }

  /** An order like any other again; one that has ended stays as it is. */
  async leaveOut({ batchId, orderId }: Place, askAt: Date, tx: Tx): Promise<void> {
    const order = await this.orders.find(orderId, tx);
    if (order?.batchId === batchId) await this.orders.save(outOfBatch(order, askAt), tx);
  }
}
