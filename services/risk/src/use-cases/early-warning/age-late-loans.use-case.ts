import { Injectable } from '@nestjs/common';
import { BusinessClock, parseLocalDate } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import type { SweepWatch } from '@weilend/service';
import { aged } from '../../domain/early-warning/late-loan.js';
import { WarningRules } from '../../persistence/early-warning/early-warning.repository.js';
import { LoanExposures } from '../../persistence/projections.repository.js';
import { tellEach } from '../tell-each.js';
import { NoteSignal } from './note-signal.use-case.js';

const AT_ONCE = 100;

/** Counts the days of loans that are late where finance has nothing new to say of them: sixty days late is a fact like thirty or ninety [4.23]. */
@Injectable()
export class AgeLateLoans {
  constructor(
    private readonly work: UnitOfWork,
    private readonly exposures: LoanExposures,
    private readonly rules: WarningRules,
    private readonly note: NoteSignal,
    private readonly clock: BusinessClock,
  ) {}

  /** How many were looked at. */
  execute(watch: SweepWatch): Promise<number> {
    const due = (setAside: readonly string[]) => this.exposures.toAge(this.clock.today(), AT_ONCE, setAside);
    return tellEach({ due, tell: (id) => this.age(id) }, watch);
  }

  private age(loanId: string): Promise<boolean> {
    return this.work.run({ actor: { kind: 'service', service: 'risk' }, operation: 'age-late-loan' }, async (tx) => {
      const loan = await this.exposures.get(loanId, tx);
      const today = this.clock.today();
      if (loan.overdueSince === null || loan.agesOn === null || loan.agesOn > today || loan.reversedOn !== null) return false;
      const overdueSince = parseLocalDate(loan.overdueSince);
      const { days, agesOn } = aged(overdueSince, today, await this.rules.inForce('DAYS_PAST_DUE', tx));
      await this.exposures.save({ ...loan, agesOn }, tx);
      const { customerId, applicationId } = loan;
      const about = { subjectId: loanId, loanId, customerId, applicationId, on: today };
      await this.note.apply({ ...about, signal: 'DAYS_PAST_DUE', sourceId: `${loanId} since ${overdueSince}: ${days}`, amount: days }, tx);
      return true;
    });
  }
}
