import { Injectable } from '@nestjs/common';
import { BusinessClock } from '@weilend/kernel';
import type { Actor, LocalDate } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { hold } from '../../domain/acquisition/activity.js';
import { Activities } from '../../persistence/acquisition/source.repository.js';
import { requireInScope } from '../../persistence/sales-scope.js';
import { LateRecords } from '../late-records.js';

export interface HoldActivityRequest {
  readonly requestKey?: string | null;
  readonly activityId: string;
  /** The planned day when left out. */
  readonly heldOn?: LocalDate | null;
  /** Fen. */
  readonly actualCost: number;
  readonly note?: string | null;
}

/** Records that an activity was held, with what it really cost and how it went [3.2]. */
@Injectable()
export class HoldActivity {
  constructor(
    private readonly work: UnitOfWork,
    private readonly activities: Activities,
    private readonly late: LateRecords,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: HoldActivityRequest): Promise<string> {
    return this.work.once({ operation: 'hold-activity', actor, input }, async (tx) => {
      const activity = await this.activities.get(input.activityId, tx);
      requireInScope(actor, activity.ownerId, { noun: 'activity', id: activity.id });
      const outcome = { heldOn: input.heldOn ?? activity.heldOn, costFen: input.actualCost, note: input.note?.trim() || null };
      const held = hold(activity, outcome, this.clock.today());
      // The planned day was told before it came; another one decides in which period its cost counts.
      if (held.heldOn !== activity.heldOn) await this.late.requireRecent(held.heldOn, 'heldOn');
      return (await this.activities.save(held, tx)).id;
    });
  }
}
