import { Injectable } from '@nestjs/common';
import { BusinessClock, DomainError } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { event, Outbox } from '@weilend/messaging';
import { UnitOfWork } from '@weilend/mongo';
import { Loans } from '../../persistence/loan.repository.js';
import { LoanBooks } from '../loan-books.js';
import { LoanRepayments } from '../loan-repayments.js';

export interface ReverseRepaymentRequest {
  readonly requestKey: string;
  readonly loanId: string;
  readonly repaymentId: string;
  readonly reason: string;
}

/** Takes back a repayment that was recorded by mistake or that the bank withdrew: what was paid after it is spread anew, and the books say so [7.3]. */
@Injectable()
export class ReverseRepayment {
  constructor(
    private readonly work: UnitOfWork,
    private readonly loans: Loans,
    private readonly repayments: LoanRepayments,
    private readonly books: LoanBooks,
    private readonly outbox: Outbox,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: ReverseRepaymentRequest): Promise<string> {
    return this.work.once({ operation: 'reverse-repayment', actor, input }, async (tx) => {
      if (input.reason.trim() === '') throw new DomainError('REVERSAL_REASON_MISSING', {}, 'reason');
      const loan = await this.loans.get(input.loanId, tx);
      const after = await this.repayments.takeBack(actor, loan, input, tx);
      await this.books.changed(loan, after, { kind: 'REVERSAL', idemKey: `reversal:${input.repaymentId}` }, tx);
      const { id: loanId, applicationId, outstandingFen, state } = after;
      const ids = { loanId, applicationId, repaymentId: input.repaymentId };
      const standing = { outstandingPrincipalFen: outstandingFen, settled: state === 'SETTLED' };
      const facts = { ...ids, ...standing, reversedOn: this.clock.today() };
      await this.outbox.add(event('finance.repayment-reversed.v1', loanId, facts), tx);
      return loan.id;
    });
  }
}
