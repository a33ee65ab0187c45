import { Injectable } from '@nestjs/common';
import { BusinessClock } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { Database, pageOf } from '@weilend/mongo';
import type { Page, PageRequest, Stored } from '@weilend/mongo';
import type { ArrearsTask } from '../../domain/after-loan/arrears-task.js';
import { arrearsTaskCollection } from '../../persistence/after-loan/arrears-task.schema.js';
import { salesScope } from '../../persistence/sales-scope.js';
import { toPlain } from '../rows.js';

export interface ArrearsTaskFilter extends PageRequest {
  readonly state?: string | null;
  readonly customerId?: string | null;
  /** Only those whose moment has passed. */
  readonly overdue?: boolean | null;
}

/** Late customers who have to be spoken with, in the actor's scope. */
@Injectable()
export class ArrearsTaskQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: BusinessClock,
  ) {}

  list({ state, customerId, overdue, ...page }: ArrearsTaskFilter, actor: Actor): Promise<Page<ArrearsTask>> {
    const scope = salesScope(actor, 'ownerId');
    const late = overdue ? { state: 'open', dueAt: { $type: 'date', $lt: this.clock.now() } } : {};
    const asked = { ...(state ? { state } : {}), ...(customerId ? { customerId } : {}) };
    // In the order of the list among the few that are open; the planner would take those that are due, and sort them.
    const isOwn = Object.keys(scope).length > 0;
    const hint = overdue && !customerId ? (isOwn ? 'ownerState' : 'newest') : undefined;
    const filter = { $and: [scope, asked, late] };
    return pageOf(this.database.model(arrearsTaskCollection), page, { filter, map: (row) => toPlain<ArrearsTask>(row), hint });
  }

  async byIds(ids: readonly string[], actor: Actor): Promise<ArrearsTask[]> {
    const rows = await this.database
      .model(arrearsTaskCollection)
      .find({ _id: { $in: [...ids] }, ...salesScope(actor, 'ownerId') } as never)
      .lean<Stored[]>()
      .exec();
    return rows.map((row) => toPlain<ArrearsTask>(row));
  }
}
