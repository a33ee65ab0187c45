import { Injectable } from '@nestjs/common';
import { BusinessClock, DomainError, employeeIdOf, newId, refuseAll } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { changeProblems } from '../../domain/loan-request/loan-request.js';
import type { LoanChange } from '../../domain/loan-request/loan-request.js';
import { loanRequestMachine } from '../../domain/loan-request/loan-request.machine.js';
import { LoanRequests } from '../../persistence/loan-request.repository.js';
import { Loans } from '../../persistence/loan.repository.js';
import { LoanPolicies } from '../../persistence/loan-policies.repository.js';
import { MeasureEnd } from '../measure-end.js';

export interface LoanRequestProposal {
  readonly requestKey?: string | null;
  readonly loanId: string;
  readonly reason: string;
  readonly change: LoanChange;
  /** The measure of risk that a restructure carries out. */
  readonly measureWorkId?: string | null;
}

/** Asks for new terms, a write-off or a better class of a running loan; another person decides [7.4]. */
@Injectable()
export class ProposeLoanRequest {
  constructor(
    private readonly work: UnitOfWork,
    private readonly loans: Loans,
    private readonly requests: LoanRequests,
    private readonly policies: LoanPolicies,
    private readonly measures: MeasureEnd,
    private readonly clock: BusinessClock,
  ) {}

  /** Throws DomainError LOAN_REQUEST_REASON_MISSING, LOAN_REQUEST_OPEN, MEASURE_WORK_MISMATCH, or what speaks against the change. */
  execute(actor: Actor, input: LoanRequestProposal): Promise<string> {
    const { change, loanId, reason, measureWorkId = null } = input;
    return this.work.once({ operation: `propose-${change.kind.toLowerCase().replace('_', '-')}`, actor, input }, async (tx) => {
      if (reason.trim() === '') throw new DomainError('LOAN_REQUEST_REASON_MISSING', {}, 'reason');
      const loan = await this.loans.get(loanId, tx);
      const open = await this.requests.openOf(loanId, change.kind, tx);
      if (open) throw new DomainError('LOAN_REQUEST_OPEN', { requestId: open.id }, 'loanId');
      await this.measures.requireCitable(measureWorkId, loanId, change.kind, tx);
      const today = this.clock.today();
      refuseAll(changeProblems(loan, change, today, await this.policies.changesOn(today)));
      const { applicationId, salespersonId } = loan;
      const made = { proposedBy: employeeIdOf(actor), proposedAt: this.clock.now(), decision: null, measureWorkId };
      const facts = { state: loanRequestMachine.initial, loanId, applicationId, salespersonId, change, reason };
      const request = await this.requests.insert({ id: newId('lrq'), version: 0, ...facts, ...made }, tx);
      return request.id;
    });
  }
}
