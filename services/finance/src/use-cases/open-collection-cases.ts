import { Injectable } from '@nestjs/common';
import { BusinessClock, DomainError, newId } from '@weilend/kernel';
import type { Tx } from '@weilend/mongo';
import { openCase } from '../domain/collection/collection-case.js';
import type { CollectionCase } from '../domain/collection/collection-case.js';
import type { Loan } from '../domain/loan/loan.js';
import { standingOf } from '../domain/loan/standing.js';
import { CollectionCases } from '../persistence/collection-case.repository.js';
import { Loans } from '../persistence/loan.repository.js';

export interface CaseOfLoan {
  readonly loan: Loan;
  readonly one: CollectionCase;
}

/** The open case of a loan: the one that is there, or a new one when the loan is late today. */
@Injectable()
export class OpenCollectionCases {
  constructor(
    private readonly loans: Loans,
    private readonly cases: CollectionCases,
    private readonly clock: BusinessClock,
  ) {}

  /** Throws DomainError NOT_FOUND or LOAN_NOT_OVERDUE. */
  async of(loanId: string, tx: Tx): Promise<CaseOfLoan> {
    const loan = await this.loans.get(loanId, tx);
    const one = (await this.cases.openOf(loanId, tx)) ?? (await this.openWhenLate(loan, tx));
    if (!one) throw new DomainError('LOAN_NOT_OVERDUE', { loanId }, 'loanId');
    return { loan, one };
  }

  /** True when a case was opened now: the loan is late, and nobody was faster. */
  async open(loanId: string, tx: Tx): Promise<boolean> {
    if (await this.cases.openOf(loanId, tx)) return false;
    return (await this.openWhenLate(await this.loans.get(loanId, tx), tx)) !== null;
  }

  private async openWhenLate(loan: Loan, tx: Tx): Promise<CollectionCase | null> {
    const today = this.clock.today();
    const { overdueSince } = standingOf(loan, today);
    if (overdueSince === null) return null;
    return this.cases.insert(openCase(newId('ccs'), loan, { overdueSince, openedOn: today }), tx);
  }
}
