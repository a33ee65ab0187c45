import { Injectable } from '@nestjs/common';
import { BusinessClock, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { closedMore, endClosing, startClosing } from '../../domain/appraisal/quarter-closing.js';
import { SheetlessPeople } from '../../persistence/appraisal/sheetless-people.js';
import { ClosedQuarters } from '../indicator/closed-quarters.js';
import { DueWork } from '../due-work.js';
import { SheetCloser } from './sheet-closer.js';

const ACTOR = { kind: 'service', service: 'hr' } as const;
/** Sheets of one transaction. */
const AT_ONCE = 200;

export interface CloseAppraisalQuarterRequest {
  readonly requestKey?: string | null;
  readonly quarter: string;
}

/** Begins to close all sheets of a quarter, once; the job carries it on [5.5]. */
@Injectable()
export class CloseAppraisalQuarter {
  constructor(
    private readonly work: UnitOfWork,
    private readonly quarters: ClosedQuarters,
    private readonly closer: SheetCloser,
    private readonly people: SheetlessPeople,
    private readonly clock: BusinessClock,
  ) {}

  /** Throws QUARTER_CLOSED, QUARTER_NOT_ENDED, QUARTER_EMPTY, QUARTER_SHEETS_MISSING or QUARTER_UNDECIDED. */
  execute(actor: Actor, input: CloseAppraisalQuarterRequest): Promise<string> {
    const by = employeeIdOf(actor);
    return this.work.once({ operation: 'close-appraisal-quarter', actor, input }, async (tx) => {
      const quarter = await this.quarters.hold(input.quarter, tx);
      const at = this.clock.now();
      const counted = { ...(await this.closer.sheets.count(input.quarter, at, tx)), sheetless: await this.people.count(input.quarter) };
      return (await this.quarters.quarters.save(startClosing(quarter, { ...counted, by, at, today: this.clock.today() }), tx)).id;
    });
  }
}

/** Closes the sheets of a quarter whose closing has begun, some at a time; stopped in between, it goes on where it was. */
@Injectable()
export class CarryClosingOn {
  constructor(
    private readonly work: UnitOfWork,
    private readonly quarters: ClosedQuarters,
    private readonly closer: SheetCloser,
    private readonly clock: BusinessClock,
    private readonly dueWork: DueWork,
  ) {}

  /** The next step; false when no quarter is being closed any more. */
  execute(): Promise<boolean> {
    return this.work.run({ actor: ACTOR, operation: 'carry-closing-on' }, async (tx) => {
      const quarter = await this.quarters.quarters.closing(tx);
      if (!quarter) return false;
      const sheets = await this.closer.sheets.openOf(quarter.quarter, AT_ONCE, tx);
      await this.closer.close(quarter.quarter, sheets, tx);
      const after = sheets.length === 0 ? endClosing(quarter, this.clock.today()) : closedMore(quarter, sheets.length);
      await this.quarters.quarters.save(after, tx);
      if (after.state === 'CLOSED') tx.afterCommit(() => this.dueWork.happened('quarter-closed'));
      return true;
    });
  }
}
