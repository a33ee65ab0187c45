import { Injectable } from '@nestjs/common';
import { BusinessClock, employeeIdOf, newId } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { checkBatchSize, intoBatch, openBatch } from '../../domain/disbursement/payment-batch.js';
import { DisbursementOrders } from '../../persistence/disbursement-order.repository.js';
import type { StoredOrder } from '../../persistence/disbursement-order.repository.js';
import { PaymentBatches } from '../../persistence/payment-batch.repository.js';

export interface OpenPaymentBatchRequest {
  readonly requestKey?: string | null;
  readonly orderIds: readonly string[];
}

/** Puts made orders together, so that they are released with one look at their number and sum; one that was released and is not sent yet waits in it [4.19, 7.3]. */
@Injectable()
export class OpenPaymentBatch {
  constructor(
    private readonly work: UnitOfWork,
    private readonly orders: DisbursementOrders,
    private readonly batches: PaymentBatches,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: OpenPaymentBatchRequest): Promise<string> {
    return this.work.once({ operation: 'open-payment-batch', actor, input }, async (tx) => {
      checkBatchSize(input.orderIds);
      const id = newId('bat');
      const orders: StoredOrder[] = [];
      for (const orderId of input.orderIds) orders.push(intoBatch(await this.orders.get(orderId, tx), id));
      const batch = openBatch({ id, openedBy: employeeIdOf(actor), openedOn: this.clock.today() }, orders);
      for (const order of orders) await this.orders.save(order, tx);
      await this.batches.insert(batch, tx);
      return id;
    });
  }
}
