import { Injectable } from '@nestjs/common';
import { checkSegregation } from '@weilend/contracts';
import { BusinessClock, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { event, Outbox } from '@weilend/messaging';
import { UnitOfWork } from '@weilend/mongo';
import { confirmReversal, pendingReversal, reversalParticipants } from '../../domain/disbursement/reversal.js';
import { reverseLoan } from '../../domain/loan/reverse-loan.js';
import { DisbursementOrders } from '../../persistence/disbursement-order.repository.js';
import type { StoredOrder } from '../../persistence/disbursement-order.repository.js';
import { Loans } from '../../persistence/loan.repository.js';
import { LoanBooks } from '../loan-books.js';

export interface ConfirmDisbursementReversalRequest {
  readonly requestKey: string;
  readonly orderId: string;
}

/**
 * The second person takes the payment back: loan, ledger, the borrower's balance and his group's, the order and the news in one transaction. A repayment
 * that comes at the same moment writes the same loan: one of the two is refused [7.3, 4.19].
 */
@Injectable()
export class ConfirmDisbursementReversal {
  constructor(
    private readonly work: UnitOfWork,
    private readonly orders: DisbursementOrders,
    private readonly loans: Loans,
    private readonly books: LoanBooks,
    private readonly outbox: Outbox,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: ConfirmDisbursementReversalRequest): Promise<string> {
    return this.work.once({ operation: 'confirm-disbursement-reversal', actor, input }, async (tx) => {
      const employeeId = employeeIdOf(actor);
      const order = await this.orders.get(input.orderId, tx);
      checkSegregation(reversalParticipants(order), { role: 'PAYMENT_CHECKER', employeeId });
      const loan = await this.loans.get(order.loanId ?? '', tx);
      await this.books.reversed(loan, reverseLoan(loan), tx);
      await this.orders.save({ ...order, ...confirmReversal(order, employeeId, this.clock.today()) }, tx);
      await this.outbox.add(event('finance.disbursement-reversed.v1', order.applicationId, this.reversed(order, loan.id)), tx);
      return order.id;
    });
  }

  private reversed(order: StoredOrder, loanId: string) {
    const { id: disbursementId, contractId, applicationId, customerId, salespersonId, terms } = order;
    const { cause } = pendingReversal(order);
    const ids = { loanId, disbursementId, contractId, applicationId, customerId, salespersonId };
    return { ...ids, amountFen: terms.amountFen, cause, reversedOn: this.clock.today() };
  }
}
