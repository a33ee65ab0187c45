import { Injectable } from '@nestjs/common';
import { addDays, addMs, addWorkingTime, BusinessClock, businessDateOf, instantOf, quarterRange } from '@weilend/kernel';
import { Parameters } from '@weilend/service';
import type { Due } from '../../domain/appraisal/sheet.js';

type Step = 'self-view' | 'review' | 'appeal' | 'appeal-decision';

/** By when the next step of a sheet is owed, in working time, by the values in force on their own day. */
@Injectable()
export class AppraisalDeadlines {
  constructor(
    private readonly parameters: Parameters,
    private readonly clock: BusinessClock,
  ) {}

  async dueAt(step: Step, from = this.clock.now()): Promise<Date> {
    const on = businessDateOf(from);
    return addWorkingTime(await this.parameters.calendar(on), from, await this.parameters.duration(`deadline.appraisal-${step}`, on));
  }

  /** With the moment from which on its owner is reminded: after the same share of the time as of a handoff. */
  async due(step: Step, from = this.clock.now()): Promise<Due> {
    const dueAt = await this.dueAt(step, from);
    const share = await this.parameters.number('escalation.reminder-at', businessDateOf(from));
    return { dueAt, soonAt: addMs(from, Math.trunc((dueAt.getTime() - from.getTime()) * share)) };
  }

  /** The self view is owed from the end of the quarter, or from now when that is over. */
  selfViewDue(quarter: string): Promise<Due> {
    const [ended, now] = [instantOf(addDays(quarterRange(quarter).to, 1)), this.clock.now()];
    return this.due('self-view', ended > now ? ended : now);
  }
}
