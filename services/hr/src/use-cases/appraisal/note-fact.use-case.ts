import { Injectable } from '@nestjs/common';
import { newId, parseLocalDate, quarterOf } from '@weilend/kernel';
import type { Tx } from '@weilend/mongo';
import type { AppraisalFact } from '../../domain/appraisal/indicator.js';
import { AppraisalFacts, AppraisalSheets } from '../../persistence/appraisal/appraisal.repository.js';

/** Keeps a fact that another department announced, in the quarter it occurred in [5.1-5.4]. */
@Injectable()
export class NoteFact {
  constructor(
    private readonly facts: AppraisalFacts,
    private readonly sheets: AppraisalSheets,
  ) {}

  async apply(fact: Omit<AppraisalFact, 'id' | 'version' | 'quarter'>, tx: Tx): Promise<void> {
    await this.facts.insert({ ...fact, id: newId('fct'), version: 0, quarter: quarterOf(parseLocalDate(fact.occurredOn)) }, tx);
  }

  /**
   * A loan whose payment was taken back is counted off in the quarter that it was counted in, or, when that quarter is closed for the person, in the one
   * in which it was taken back: closed quarters never change, later facts correct [5.1, 5.5].
   */
  async countOff(loan: { readonly employeeId: string; readonly loanId: string; readonly reversedOn: string }, tx: Tx): Promise<void> {
    const { employeeId, loanId: aboutId, reversedOn } = loan;
    const counted = await this.facts.about({ employeeId, kind: 'LOAN_DISBURSED', aboutId }, tx);
    if (!counted) return;
    const sheet = await this.sheets.ofPerson(employeeId, counted.quarter, tx);
    // Whoever closes the sheet at this moment conflicts with this fact instead of missing it.
    if (sheet?.state === 'OPEN') await this.sheets.lock(sheet.id, tx);
    const quarter = sheet?.state === 'CLOSED' ? quarterOf(parseLocalDate(reversedOn)) : counted.quarter;
    await this.facts.insert({ ...counted, id: newId('fct'), version: 0, kind: 'LOAN_REVERSED', occurredOn: reversedOn, quarter }, tx);
  }
}
