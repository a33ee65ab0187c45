import { Injectable } from '@nestjs/common';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { cancel } from '../../domain/acquisition/activity.js';
import { requireReason } from '../../domain/customer/correction.js';
import { Activities } from '../../persistence/acquisition/source.repository.js';
import { requireInScope } from '../../persistence/sales-scope.js';

export interface CancelActivityRequest {
  readonly requestKey?: string | null;
  readonly activityId: string;
  readonly reason: string;
  /** What was spent all the same, in fen. */
  readonly spent?: number | null;
}

/** Calls an activity off; what was spent on it stays its cost [3.2]. */
@Injectable()
export class CancelActivity {
  constructor(
    private readonly work: UnitOfWork,
    private readonly activities: Activities,
  ) {}

  execute(actor: Actor, input: CancelActivityRequest): Promise<string> {
    return this.work.once({ operation: 'cancel-activity', actor, input }, async (tx) => {
      const activity = await this.activities.get(input.activityId, tx);
      requireInScope(actor, activity.ownerId, { noun: 'activity', id: activity.id });
      const outcome = { reason: requireReason(input.reason), spentFen: input.spent ?? 0 };
      return (await this.activities.save(cancel(activity, outcome), tx)).id;
    });
  }
}
