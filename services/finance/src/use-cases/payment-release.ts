import { Injectable } from '@nestjs/common';
import { checkSegregation } from '@weilend/contracts';
import type { Tx } from '@weilend/mongo';
import { checkStillInForce } from '../domain/disbursement/gate-seven.rule.js';
import { orderMachine } from '../domain/disbursement/order.machine.js';
import { checkPayment } from '../domain/disbursement/order.js';
import { FactsOfApplications } from '../persistence/application-facts.repository.js';
import { DisbursementOrders } from '../persistence/disbursement-order.repository.js';
import type { StoredOrder } from '../persistence/disbursement-order.repository.js';
import { BorrowerExposures } from './borrower-exposures.js';
import { FreezeBook } from './freeze-book.js';

/** How a payment is released, alone or with its batch: gate, freeze, segregation and limits judged now, the amount reserved, the bank asked from `askAt` on [4.19, 7.3, G7]. */
@Injectable()
export class PaymentRelease {
  constructor(
    private readonly orders: DisbursementOrders,
    private readonly facts: FactsOfApplications,
    private readonly exposures: BorrowerExposures,
    private readonly freezes: FreezeBook,
  ) {}

  /** What payments of this order's borrower meet on; null for an order that does not exist. */
  async turnOf(orderId: string): Promise<string | null> {
    const borrowerId = await this.orders.borrowerOf(orderId);
    return borrowerId === null ? null : this.exposures.turnOf(borrowerId);
  }

  /** Throws DomainError before anything is written, so that the rest of a batch can go on in the same transaction. */
  async apply(order: StoredOrder, released: { by: string; askAt: Date }, tx: Tx): Promise<void> {
    orderMachine.next(order.state, 'check');
    await this.freezes.requireFree(order.customerId, tx);
    checkStillInForce(await this.facts.of(order.applicationId, tx), order.decisionId);
    checkSegregation(order.participants, { role: 'PAYMENT_CHECKER', employeeId: released.by });
    await this.exposures.reserve(order, order.terms.amountFen, tx);
    await this.orders.save({ ...order, ...checkPayment(order, released.by, released.askAt) }, tx);
  }
}
