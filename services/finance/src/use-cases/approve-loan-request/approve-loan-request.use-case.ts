import { Injectable } from '@nestjs/common';
import { BusinessClock, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { decide } from '../../domain/loan-request/loan-request.js';
import { LoanRequests } from '../../persistence/loan-request.repository.js';
import { Loans } from '../../persistence/loan.repository.js';
import { ApplyLoanChange } from './apply-loan-change.js';
import { LoanRequestNews } from './loan-request-news.js';

export interface ApproveLoanRequestRequest {
  readonly requestKey?: string | null;
  readonly requestId: string;
  readonly note?: string | null;
}

/** Approves a request and carries it out in the same transaction, so that it is never approved and not done [7.3, 7.4]. */
@Injectable()
export class ApproveLoanRequest {
  constructor(
    private readonly work: UnitOfWork,
    private readonly requests: LoanRequests,
    private readonly loans: Loans,
    private readonly changes: ApplyLoanChange,
    private readonly news: LoanRequestNews,
    private readonly clock: BusinessClock,
  ) {}

  /** Throws DomainError LOAN_REQUEST_OWN, ILLEGAL_TRANSITION, or what speaks against the change today. */
  execute(actor: Actor, input: ApproveLoanRequestRequest): Promise<string> {
    return this.work.once({ operation: 'approve-loan-request', actor, input }, async (tx) => {
      const request = await this.requests.get(input.requestId, tx);
      const decision = { by: employeeIdOf(actor), at: this.clock.now(), note: input.note ?? '' };
      const approved = await this.requests.save(decide(request, 'approve', decision), tx);
      const loan = await this.loans.get(request.loanId, tx);
      await this.news.tell(approved, await this.changes.apply(actor, loan, approved, tx), tx);
      return request.id;
    });
  }
}
