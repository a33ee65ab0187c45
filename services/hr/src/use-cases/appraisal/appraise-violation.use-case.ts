import { Injectable } from '@nestjs/common';
import { BusinessClock, parseLocalDate } from '@weilend/kernel';
import { Handoffs } from '@weilend/messaging';
import type { HandoffMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { isReflected } from '../../domain/appraisal/sheet.js';
import type { AppraisalSheet } from '../../domain/appraisal/sheet.js';
import { AppraisalFacts, AppraisalSheets } from '../../persistence/appraisal/appraisal.repository.js';
import { Employees } from '../../persistence/employee/employee.repository.js';
import { Hear } from '../indicator/hear.use-case.js';

const APPRAISE = 'appraise-violation';

/**
 * A confirmed violation counts in the quarter in which it was confirmed, however late the news of it comes, or in the next one that is not closed for
 * the person [5.4]. The work is done when it stands on the person's sheet of that quarter: at once when the sheet is open, otherwise when hr opens it.
 */
@Injectable()
export class AppraiseViolation {
  constructor(
    private readonly employees: Employees,
    private readonly sheets: AppraisalSheets,
    private readonly facts: AppraisalFacts,
    private readonly hear: Hear,
    private readonly handoffs: Handoffs,
    private readonly clock: BusinessClock,
  ) {}

  /** Returns to compliance (NOT_FOUND) what names nobody of the company. */
  async receive({ data }: HandoffMessage<'appraise-violation'>, tx: Tx): Promise<void> {
    const employeeId = await this.oneAfterTheOther(data.employeeId, tx);
    // Sent before the day was told along with it: confirmed when it arrives.
    const on = data.confirmedOn === undefined ? this.clock.today() : parseLocalDate(data.confirmedOn);
    const fact = {
      kind: 'PLAIN',
      fact: 'VIOLATION',
      value: 1,
      marked: data.severity === 'SEVERE',
      on,
      detail: data.severity,
    } as const;
    const [counted] = await this.hear.apply({ employeeId, aboutId: data.violationId, saying: fact }, tx);
    const sheet = counted ? await this.sheets.ofPerson(employeeId, counted.quarter, tx) : null;
    if (sheet) await this.settle(sheet, tx);
  }

  /** Violations and the opening of sheets write the person's row, so that of two that cross neither misses the other. */
  async oneAfterTheOther(employeeId: string, tx: Tx): Promise<string> {
    return (await this.employees.save(await this.employees.get(employeeId, tx), tx)).id;
  }

  /** Completes the work on every violation that stands on a sheet. */
  async settle(sheet: AppraisalSheet, tx: Tx): Promise<void> {
    for (const fact of await this.facts.violationsOf(sheet.employeeId, sheet.quarter, tx)) {
      const open = isReflected(sheet, fact) ? await this.handoffs.findOpen(APPRAISE, fact.aboutId, tx) : null;
      if (open) await this.handoffs.complete(open._id, { appraisalId: sheet.id, quarter: sheet.quarter }, tx);
    }
  }
}
