import { Injectable } from '@nestjs/common';
import { BusinessClock } from '@weilend/kernel';
import { event, Outbox } from '@weilend/messaging';
import { UnitOfWork } from '@weilend/mongo';
import type { SweepWatch } from '@weilend/service';
import { afterNotice, noticeOf, toldOf } from '../../domain/appraisal/sheet-deadline.js';
import { AppraisalSheets } from '../../persistence/appraisal/appraisal.repository.js';
import { oneByOne } from '../one-by-one.js';
import { AppraisalDeadlines } from './appraisal-deadlines.js';
import { AppraisalStaff } from './appraisal-staff.js';

const ACTOR = { kind: 'service', service: 'hr' } as const;
const AT_ONCE = 100;

/** Tells who owes the next step of a sheet before its time is over, and once more, with those above him, when it is; a self view is then waited for no longer [5.5]. */
@Injectable()
export class RemindOfAppraisals {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sheets: AppraisalSheets,
    private readonly staff: AppraisalStaff,
    private readonly deadlines: AppraisalDeadlines,
    private readonly outbox: Outbox,
    private readonly clock: BusinessClock,
  ) {}

  /** @returns how many notices were given */
  execute(watch: SweepWatch): Promise<number> {
    return oneByOne(
      watch,
      (setAside) => this.sheets.toTell(this.clock.now(), AT_ONCE, setAside),
      (id) => this.tell(id),
    );
  }

  private tell(id: string): Promise<boolean> {
    return this.work.run({ actor: ACTOR, operation: 'remind-of-appraisal' }, async (tx) => {
      const [sheet, at] = [await this.sheets.get(id, tx), this.clock.now()];
      const notice = noticeOf(sheet, at);
      // The step was made between the look and this transaction.
      if (!notice) return false;
      const { step, level, dueAt } = notice;
      const { ownerIds, superiorIds: above } = toldOf(sheet, await this.staff.around(sheet.employeeId, tx));
      const toIds = level === 'LATE' ? [...above] : [];
      await this.sheets.save(afterNotice(sheet, { step, level, dueAt, at, toIds }, await this.deadlines.due('review')), tx);
      const { employeeId } = sheet;
      const facts = { appraisalId: id, employeeId, step, level, dueAt: dueAt.toISOString() };
      await this.outbox.add(event('hr.appraisal-step-reminded.v1', id, { ...facts, ownerIds: [...ownerIds], superiorIds: toIds }), tx);
      return true;
    });
  }
}
