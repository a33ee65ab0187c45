import { Injectable } from '@nestjs/common';
import { BusinessClock } from '@weilend/kernel';
import type { Actor, LocalDate } from '@weilend/kernel';
import { standingOf } from '../domain/loan/standing.js';
import type { LoanStanding } from '../domain/loan/standing.js';
import { LoanQueries } from './loan.queries.js';

@Injectable()
export class LoanStandings {
  constructor(
    private readonly loans: LoanQueries,
    private readonly clock: BusinessClock,
  ) {}

  /** How a loan stands on a day, today when it is null; null for a loan that the actor may not see. */
  async of(loanId: string, on: LocalDate | null, actor: Actor): Promise<LoanStanding | null> {
    const [loan] = await this.loans.byIds([loanId], actor);
    return loan ? standingOf(loan, on ?? this.clock.today()) : null;
  }
}
