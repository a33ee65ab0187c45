import { Injectable } from '@nestjs/common';
import { employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { Database, UnitOfWork } from '@weilend/mongo';
import { checkFree } from '../../domain/disbursement/payment-batch.js';
import { DisbursementOrders } from '../../persistence/disbursement-order.repository.js';
import { PaymentRelease } from '../payment-release.js';
import { PaymentSignal } from '../settle-payment/payment-signal.js';

export interface CheckDisbursementRequest {
  readonly requestKey: string;
  readonly orderId: string;
}

/**
 * The checker (复核) releases a payment: another person than the maker, with the gate and the limits judged again in this transaction and the amount
 * reserved on the rows of the borrower and of his group. Payments that meet on such a row take turns. The bank is called after the commit [4.19, 7.3, G7].
 */
@Injectable()
export class CheckDisbursement {
  constructor(
    private readonly work: UnitOfWork,
    private readonly database: Database,
    private readonly orders: DisbursementOrders,
    private readonly release: PaymentRelease,
    private readonly signal: PaymentSignal,
  ) {}

  async execute(actor: Actor, input: CheckDisbursementRequest): Promise<string> {
    const askAt = await this.database.now();
    const inTurn = await this.release.turnOf(input.orderId);
    return this.work.once({ operation: 'check-disbursement', actor, input, inTurn }, async (tx) => {
      const order = await this.orders.get(input.orderId, tx);
      checkFree(order);
      await this.release.apply(order, { by: employeeIdOf(actor), askAt }, tx);
      tx.afterCommit(() => this.signal.released());
      return order.id;
    });
  }
}
