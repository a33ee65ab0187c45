import { Injectable } from '@nestjs/common';
import { BusinessClock, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { correctCost } from '../../domain/acquisition/activity.js';
import { requireReason } from '../../domain/customer/correction.js';
import { Activities } from '../../persistence/acquisition/source.repository.js';
import { requireInScope } from '../../persistence/sales-scope.js';

export interface CorrectActivityCostRequest {
  readonly requestKey?: string | null;
  readonly activityId: string;
  /** Fen. */
  readonly cost: number;
  readonly reason: string;
}

/** Puts the cost of an activity right, with the reason; the old one stays readable [3.2]. */
@Injectable()
export class CorrectActivityCost {
  constructor(
    private readonly work: UnitOfWork,
    private readonly activities: Activities,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: CorrectActivityCostRequest): Promise<string> {
    const by = employeeIdOf(actor);
    return this.work.once({ operation: 'correct-activity-cost', actor, input }, async (tx) => {
      const activity = await this.activities.get(input.activityId, tx);
      requireInScope(actor, activity.ownerId, { noun: 'activity', id: activity.id });
      const change = { toFen: input.cost, reason: requireReason(input.reason), by, at: this.clock.now() };
      return (await this.activities.save(correctCost(activity, change), tx)).id;
    });
  }
}
