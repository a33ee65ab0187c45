import { Injectable } from '@nestjs/common';
import { DomainError } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { orderMachine } from '../../domain/disbursement/order.machine.js';
import { DisbursementOrders } from '../../persistence/disbursement-order.repository.js';
import { OrderEnd } from '../order-end.js';

export interface RejectDisbursementRequest {
  readonly requestKey?: string | null;
  readonly orderId: string;
  readonly reason: string;
}

/** Gives a payment back to sales before it is sent to the bank, with a reason; what was reserved is free again [4.19]. */
@Injectable()
export class RejectDisbursement {
  constructor(
    private readonly work: UnitOfWork,
    private readonly orders: DisbursementOrders,
    private readonly end: OrderEnd,
  ) {}

  execute(actor: Actor, input: RejectDisbursementRequest): Promise<string> {
    return this.work.once({ operation: 'reject-disbursement', actor, input }, async (tx) => {
      const reason = input.reason.trim();
      if (reason === '') throw new DomainError('REJECTION_REASON_MISSING', {}, 'reason');
      const order = await this.orders.get(input.orderId, tx);
      // From the moment of sending only the bank's answer decides; until then who sends it conflicts with this.
      if (order.state === 'SENT') throw new DomainError('PAYMENT_RELEASED', { state: order.state });
      orderMachine.next(order.state, 'return');
      await this.end.giveBack(order, { code: 'DISBURSEMENT_REJECTED', reason }, tx);
      return order.id;
    });
  }
}
