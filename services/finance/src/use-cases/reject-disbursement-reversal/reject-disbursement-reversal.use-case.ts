import { Injectable } from '@nestjs/common';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { dropReversal } from '../../domain/disbursement/reversal.js';
import { DisbursementOrders } from '../../persistence/disbursement-order.repository.js';

export interface RejectDisbursementReversalRequest {
  readonly requestKey?: string | null;
  readonly orderId: string;
}

/** A proposal to take a payment back was wrong, or a repayment has come: the loan goes on [7.3]. */
@Injectable()
export class RejectDisbursementReversal {
  constructor(
    private readonly work: UnitOfWork,
    private readonly orders: DisbursementOrders,
  ) {}

  execute(actor: Actor, input: RejectDisbursementReversalRequest): Promise<string> {
    return this.work.once({ operation: 'reject-disbursement-reversal', actor, input }, async (tx) => {
      const order = await this.orders.get(input.orderId, tx);
      await this.orders.save({ ...order, ...dropReversal(order) }, tx);
      return order.id;
    });
  }
}
