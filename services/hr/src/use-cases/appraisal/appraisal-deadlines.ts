import { Injectable } from '@nestjs/common';
import { addDays, addWorkingTime, BusinessClock, businessDateOf, instantOf, quarterRange } from '@weilend/kernel';
import { Parameters } from '@weilend/service';

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

  /** The self view is owed from the end of the quarter, or from now when that is over. */
  selfViewDueAt(quarter: string): Promise<Date> {
    const [ended, now] = [instantOf(addDays(quarterRange(quarter).to, 1)), this.clock.now()];
    return this.dueAt('self-view', ended > now ? ended : now);
  }
}
