import { Injectable } from '@nestjs/common';
import { BusinessClock, DomainError, refuseAll } from '@weilend/kernel';
import type { Actor, Fen, LocalDate } from '@weilend/kernel';
import type { EarlyMode } from '../domain/loan/early-repayment.js';
import { previewEarlyRepayment, previewRestructure } from '../domain/loan/loan-preview.js';
import type { LoanPreview } from '../domain/loan/loan-preview.js';
import type { Loan } from '../domain/loan/loan.js';
import { restructureProblems } from '../domain/loan/restructure.js';
import type { RestructureTerms } from '../domain/loan/restructure.js';
import { LoanPolicies } from '../persistence/loan-policies.repository.js';
import { LoanQueries } from './loan.queries.js';

/** What would become of a loan: nothing is stored and nobody is told. */
@Injectable()
export class LoanPreviews {
  constructor(
    private readonly loans: LoanQueries,
    private readonly policies: LoanPolicies,
    private readonly clock: BusinessClock,
  ) {}

  /** On a day, today when it is null; days before the last payment are answered as of that day. */
  async earlyRepayment(
    actor: Actor,
    wish: { loanId: string; amountFen: Fen; on: LocalDate | null; mode: EarlyMode },
  ): Promise<LoanPreview> {
    const loan = await this.running(actor, wish.loanId);
    const on = wish.on ?? this.clock.today();
    return previewEarlyRepayment(loan, wish.amountFen, { on: on < loan.agedOn ? loan.agedOn : on, mode: wish.mode });
  }

  /** As of today. */
  async restructure(actor: Actor, loanId: string, terms: RestructureTerms): Promise<LoanPreview> {
    const loan = await this.running(actor, loanId);
    const today = this.clock.today();
    const policy = await this.policies.restructureOn(today);
    refuseAll(restructureProblems(loan, terms, today, policy));
    return previewRestructure(loan, today, terms, policy);
  }

  private async running(actor: Actor, loanId: string): Promise<Loan> {
    const [loan] = await this.loans.byIds([loanId], actor);
    if (!loan) throw new DomainError('NOT_FOUND', { noun: 'loan', id: loanId });
    if (loan.state !== 'ACTIVE') throw new DomainError('LOAN_NOT_RUNNING', { state: loan.state }, 'loanId');
    return loan;
  }
}
