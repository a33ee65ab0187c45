import { Injectable } from '@nestjs/common';
import { checkSegregation } from '@weilend/contracts';
import { BusinessClock, DomainError, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { proposeReversal } from '../../domain/disbursement/reversal.js';
import type { ReversalCause } from '../../domain/disbursement/reversal.js';
import { reverseLoan } from '../../domain/loan/reverse-loan.js';
import { DisbursementOrders } from '../../persistence/disbursement-order.repository.js';
import { Loans } from '../../persistence/loan.repository.js';
import { Repayments } from '../../persistence/repayment.repository.js';

export interface ProposeDisbursementReversalRequest {
  readonly requestKey: string;
  readonly orderId: string;
  readonly cause: ReversalCause;
  readonly reason: string;
  /** The bank's number of the transaction by which the money came back. */
  readonly bankReference: string;
}

/** The first of two persons who take a payment back; refused at once when the loan has been repaid from, so that nobody waits for nothing [7.3, 4.19]. */
@Injectable()
export class ProposeDisbursementReversal {
  constructor(
    private readonly work: UnitOfWork,
    private readonly orders: DisbursementOrders,
    private readonly loans: Loans,
    private readonly repayments: Repayments,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: ProposeDisbursementReversalRequest): Promise<string> {
    return this.work.once({ operation: 'propose-disbursement-reversal', actor, input }, async (tx) => {
      const proposedBy = employeeIdOf(actor);
      const order = await this.orders.get(input.orderId, tx);
      const { cause, reason, bankReference } = input;
      const proposed = proposeReversal(order, { cause, reason, bankReference, proposedBy, proposedOn: this.clock.today() });
      checkSegregation(order.participants, { role: 'PAYMENT_MAKER', employeeId: proposedBy });
      const used = await this.orders.reversedBy(bankReference.trim(), tx);
      if (used) throw new DomainError('RETURN_ALREADY_USED', { bankReference, orderId: used.id }, 'bankReference');
      const repayment = await this.repayments.byNumber(bankReference.trim(), tx);
      if (repayment) throw new DomainError('RETURN_IS_REPAYMENT', { bankReference, loanId: repayment.loanId }, 'bankReference');
      reverseLoan(await this.loans.get(order.loanId ?? '', tx));
      await this.orders.save({ ...order, ...proposed }, tx);
      return order.id;
    });
  }
}
