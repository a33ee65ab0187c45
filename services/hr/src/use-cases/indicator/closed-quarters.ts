import { Injectable } from '@nestjs/common';
import { BusinessClock, newId, quarterOf, quartersAfter } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import type { Tx } from '@weilend/mongo';
import { openQuarter } from '../../domain/appraisal/quarter-closing.js';
import type { AppraisalQuarter } from '../../domain/appraisal/quarter-closing.js';
import { AppraisalQuarters, AppraisalSheets } from '../../persistence/appraisal/appraisal.repository.js';

/** Knows which quarters are closed for a person, and keeps whoever closes one at this moment from missing what is heard now. */
@Injectable()
export class ClosedQuarters {
  constructor(
    readonly quarters: AppraisalQuarters,
    private readonly sheets: AppraisalSheets,
    private readonly clock: BusinessClock,
  ) {}

  /**
   * The closed quarters of a person from a day on. Of the running quarter nothing can be closed, so most of what is heard asks nothing. An ended
   * quarter that is open is written, the sheet of it or the quarter itself: of this and a closing that cross, one runs again.
   */
  async of(employeeId: string, from: LocalDate, tx: Tx): Promise<string[]> {
    const running = quarterOf(this.clock.today());
    const closed: string[] = [];
    if (quarterOf(from) >= running) return closed;
    const sheets = new Map((await this.sheets.ofPersonFrom(employeeId, quarterOf(from), tx)).map((one) => [one.quarter, one]));
    for (let quarter = quarterOf(from); quarter < running; quarter = quartersAfter(quarter, 1)) {
      const sheet = sheets.get(quarter);
      if (sheet?.state === 'CLOSED') closed.push(quarter);
      else if (sheet) await this.sheets.lock(sheet.id, tx);
      else if ((await this.hold(quarter, tx)).state !== 'OPEN') closed.push(quarter);
    }
    return closed;
  }

  /** The quarter of the company, written so that who begins to close it conflicts; made when nobody has asked for it before. */
  async hold(quarter: string, tx: Tx): Promise<AppraisalQuarter> {
    const known = await this.quarters.of(quarter, tx);
    return known ? this.quarters.save(known, tx) : this.quarters.insert(openQuarter(newId('apq'), quarter), tx);
  }
}
