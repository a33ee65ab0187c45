import { Injectable } from '@nestjs/common';
import { BusinessClock, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { withdraw } from '../../domain/loan-request/loan-request.js';
import { LoanRequests } from '../../persistence/loan-request.repository.js';

export interface WithdrawLoanRequestRequest {
  readonly requestKey?: string | null;
  readonly requestId: string;
  readonly note?: string | null;
}

/** The proposer takes his request back before it is decided [7.4]. */
@Injectable()
export class WithdrawLoanRequest {
  constructor(
    private readonly work: UnitOfWork,
    private readonly requests: LoanRequests,
    private readonly clock: BusinessClock,
  ) {}

  /** Throws DomainError LOAN_REQUEST_NOT_OWN or ILLEGAL_TRANSITION. */
  execute(actor: Actor, input: WithdrawLoanRequestRequest): Promise<string> {
    return this.work.once({ operation: 'withdraw-loan-request', actor, input }, async (tx) => {
      const request = await this.requests.get(input.requestId, tx);
      const decision = { by: employeeIdOf(actor), at: this.clock.now(), note: input.note ?? '' };
      await this.requests.save(withdraw(request, decision), tx);
      return request.id;
    });
  }
}
