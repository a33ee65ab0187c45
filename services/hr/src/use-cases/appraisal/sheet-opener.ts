import { Injectable } from '@nestjs/common';
import { BusinessClock, DomainError, newId } from '@weilend/kernel';
import type { Tx } from '@weilend/mongo';
import { requireOpen } from '../../domain/appraisal/quarter-closing.js';
import { openSheet } from '../../domain/appraisal/sheet.js';
import type { AppraisalSheet } from '../../domain/appraisal/sheet.js';
import { AppraisalSchemes, AppraisalSheets } from '../../persistence/appraisal/appraisal.repository.js';
import { ClosedQuarters } from '../indicator/closed-quarters.js';
import { AppraisalDeadlines } from './appraisal-deadlines.js';

/** Opens the one sheet of a person and quarter, while the quarter of the company is open. */
@Injectable()
export class SheetOpener {
  constructor(
    readonly sheets: AppraisalSheets,
    readonly schemes: AppraisalSchemes,
    private readonly quarters: ClosedQuarters,
    private readonly deadlines: AppraisalDeadlines,
    private readonly clock: BusinessClock,
  ) {}

  /** Throws SHEET_EXISTS, SCHEME_MISSING, QUARTER_NOT_BEGUN or QUARTER_CLOSED. */
  async open(employeeId: string, quarter: string, tx: Tx): Promise<AppraisalSheet> {
    if (await this.sheets.ofPerson(employeeId, quarter, tx)) throw new DomainError('SHEET_EXISTS', { quarter }, 'quarter');
    const scheme = await this.schemes.forQuarter(quarter, tx);
    if (!scheme) throw new DomainError('SCHEME_MISSING', { quarter }, 'quarter');
    const facts = { id: newId('apr'), employeeId, quarter, schemeId: scheme.id, openedOn: this.clock.today() };
    const sheet = openSheet(facts, await this.deadlines.selfViewDue(quarter));
    requireOpen(await this.quarters.hold(quarter, tx));
    return this.sheets.insert(sheet, tx);
  }
}
