import { Injectable } from '@nestjs/common';
import { checkSegregation } from '@weilend/contracts';
import { employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { Database, UnitOfWork } from '@weilend/mongo';
import { checkStillInForce } from '../../domain/disbursement/gate-seven.rule.js';
import { orderMachine } from '../../domain/disbursement/order.machine.js';
import { checkPayment } from '../../domain/disbursement/order.js';
import { FactsOfApplications } from '../../persistence/application-facts.repository.js';
import { DisbursementOrders } from '../../persistence/disbursement-order.repository.js';
import { BorrowerExposures } from '../borrower-exposures.js';
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
    private readonly facts: FactsOfApplications,
    private readonly exposures: BorrowerExposures,
    private readonly signal: PaymentSignal,
  ) {}

  async execute(actor: Actor, input: CheckDisbursementRequest): Promise<string> {
    const askAt = await this.database.now();
    const borrowerId = await this.orders.borrowerOf(input.orderId);
    const inTurn = borrowerId && (await this.exposures.turnOf(borrowerId));
    return this.work.once({ operation: 'check-disbursement', actor, input, inTurn }, async (tx) => {
      const checkerId = employeeIdOf(actor);
      const order = await this.orders.get(input.orderId, tx);
      orderMachine.next(order.state, 'check');
      checkStillInForce(await this.facts.of(order.applicationId, tx), order.decisionId);
      checkSegregation(order.participants, { role: 'PAYMENT_CHECKER', employeeId: checkerId });
      await this.exposures.reserve(order, order.terms.amountFen, tx);
      await this.orders.save({ ...order, ...checkPayment(order, checkerId, askAt) }, tx);
      tx.afterCommit(() => this.signal.released());
      return order.id;
    });
  }
}
