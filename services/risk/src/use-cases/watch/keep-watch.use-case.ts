import { Injectable } from '@nestjs/common';
import { BusinessClock, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { Parameters } from '@weilend/service';
import { planWatch, reviewWatch, trackWatch } from '../../domain/watch/watch.js';
import type { ReviewVerdict, Watch } from '../../domain/watch/watch.js';
import { WatchDesk } from './watch-desk.js';

interface OnWatch {
  readonly requestKey?: string | null;
  readonly watchId: string;
}
export interface AssignWatchTrackerRequest extends OnWatch {
  readonly trackerId: string;
}
export interface SetWatchPlanRequest extends OnWatch {
  readonly goal: string;
  readonly actions: readonly string[];
  readonly reviewEveryDays: number;
}
export interface ReviewWatchRequest extends OnWatch {
  readonly verdict: ReviewVerdict;
  readonly text: string;
}

/** The work on a customer under watch: who tracks him, by which plan, and how it stands [7.5, 7.6]. */
@Injectable()
export class KeepWatch {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: WatchDesk,
    private readonly parameters: Parameters,
    private readonly clock: BusinessClock,
  ) {}

  /** Throws WATCH_TRACKER_NOT_ELIGIBLE or ILLEGAL_TRANSITION. */
  assignTracker(actor: Actor, input: AssignWatchTrackerRequest): Promise<string> {
    return this.change('assign-watch-tracker', actor, input, async (watch, tx) => {
      const { trackerId: employeeId } = input;
      return trackWatch(watch, { employeeId, active: await this.desk.isActive(employeeId, tx) }, await this.desk.planDueAt());
    });
  }

  /** Throws WATCH_PLAN_ACTIONS_MISSING, WATCH_REVIEW_INTERVAL_INVALID, ILLEGAL_TRANSITION or a text refusal. */
  setPlan(actor: Actor, input: SetWatchPlanRequest): Promise<string> {
    return this.change('set-watch-plan', actor, input, async (watch) => {
      const { goal, actions, reviewEveryDays } = input;
      const today = this.clock.today();
      const longestDays = await this.parameters.number('watch.longest-review', today);
      const plan = { goal, actions, reviewEveryDays, by: employeeIdOf(actor), at: this.clock.now() };
      return planWatch(watch, plan, { today, longestDays, planDueAt: await this.desk.planDueAt() });
    });
  }

  /** Throws WATCH_PLAN_MISSING, ILLEGAL_TRANSITION or a text refusal. */
  review(actor: Actor, input: ReviewWatchRequest): Promise<string> {
    return this.change('review-watch', actor, input, async (watch) => {
      const { verdict, text } = input;
      const review = { verdict, text, on: this.clock.today(), by: employeeIdOf(actor), at: this.clock.now() };
      return reviewWatch(watch, review, await this.desk.planDueAt());
    });
  }

  private change(operation: string, actor: Actor, input: OnWatch, act: (watch: Watch, tx: Tx) => Promise<Watch>): Promise<string> {
    return this.work.once({ operation, actor, input }, async (tx) => {
      const watch = await this.desk.watches.get(input.watchId, tx);
      await this.desk.watches.save(await act(watch, tx), tx);
      return watch.id;
    });
  }
}
