import { Injectable } from '@nestjs/common';
import { BusinessClock, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { decide } from '../../domain/loan-request/loan-request.js';
import { LoanRequests } from '../../persistence/loan-request.repository.js';

export interface RejectLoanRequestRequest {
  readonly requestKey?: string | null;
  readonly requestId: string;
  readonly reason: string;
}

/** Another person than the proposer says no, and why [7.3, 7.4]. */
@Injectable()
export class RejectLoanRequest {
  constructor(
    private readonly work: UnitOfWork,
    private readonly requests: LoanRequests,
    private readonly clock: BusinessClock,
  ) {}

  /** Throws DomainError LOAN_REQUEST_OWN, LOAN_REQUEST_REASON_MISSING or ILLEGAL_TRANSITION. */
  execute(actor: Actor, input: RejectLoanRequestRequest): Promise<string> {
    return this.work.once({ operation: 'reject-loan-request', actor, input }, async (tx) => {
      const request = await this.requests.get(input.requestId, tx);
      const decision = { by: employeeIdOf(actor), at: this.clock.now(), note: input.reason };
      await this.requests.save(decide(request, 'reject', decision), tx);
      return request.id;
    });
  }
}
