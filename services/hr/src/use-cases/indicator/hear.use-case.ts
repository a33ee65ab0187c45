import { Injectable } from '@nestjs/common';
import { newId } from '@weilend/kernel';
import type { Tx } from '@weilend/mongo';
import { earliestDay, follow } from '../../domain/indicator/hearing.js';
import type { FactDraft, Heard } from '../../domain/indicator/hearing.js';
import type { SoldLoan } from '../../domain/indicator/sold-loan.js';
import { AppraisalFacts } from '../../persistence/appraisal/appraisal.repository.js';
import { HeardSayings, SoldLoans } from '../../persistence/indicator/indicator.repository.js';
import { ClosedQuarters } from './closed-quarters.js';

/** Writes down what another department announced, and the facts that follow from it, in the quarter in which they count [5.1-5.4]. */
@Injectable()
export class Hear {
  constructor(
    private readonly heard: HeardSayings,
    private readonly facts: AppraisalFacts,
    private readonly loans: SoldLoans,
    private readonly closed: ClosedQuarters,
  ) {}

  /** The facts that followed. */
  apply(said: Pick<Heard, 'employeeId' | 'aboutId' | 'saying'>, tx: Tx): Promise<readonly FactDraft[]> {
    return this.follow(null, said, tx);
  }

  /** The same of a loan that is known; its row is written, so that of two announcements about it neither misses the other. */
  async ofLoan(loan: SoldLoan, saying: Heard['saying'], tx: Tx): Promise<void> {
    await this.follow(loan, { employeeId: loan.employeeId, aboutId: loan.id, saying }, tx);
  }

  private async follow(
    loan: SoldLoan | null,
    said: Pick<Heard, 'employeeId' | 'aboutId' | 'saying'>,
    tx: Tx,
  ): Promise<readonly FactDraft[]> {
    const { employeeId, aboutId, saying } = said;
    const closed = await this.closed.of(employeeId, earliestDay(loan, saying), tx);
    const { loan: after, facts } = follow(loan, { ...said, closed });
    await this.heard.insert({ id: newId('hrd'), version: 0, employeeId, aboutId, saying, closed }, tx);
    if (after) await this.loans.keep(after, tx);
    await this.facts.insertMany(
      facts.map((fact) => ({ ...fact, id: newId('fct'), version: 0 })),
      tx,
    );
    return facts;
  }
}
