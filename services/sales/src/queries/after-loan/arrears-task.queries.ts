import { Injectable } from '@nestjs/common';
import { BusinessClock } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { Database, duePageOf, pageOf } from '@weilend/mongo';
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

  /** The newest first; those whose moment has passed by that moment, the most overdue first. */
  list({ state, customerId, overdue, ...page }: ArrearsTaskFilter, actor: Actor): Promise<Page<ArrearsTask>> {
    const scope = salesScope(actor, 'ownerId');
    const filter = { $and: [scope, { ...(state ? { state } : {}), ...(customerId ? { customerId } : {}) }] };
    const map = (row: Stored) => toPlain<ArrearsTask>(row);
    return overdue
      ? duePageOf(this.model(), page, { field: 'dueAt', type: 'date', until: this.clock.now(), filter, map })
      : pageOf(this.model(), page, { filter, map });
  }

  async byIds(ids: readonly string[], actor: Actor): Promise<ArrearsTask[]> {
    const rows = await this.model()
      .find({ _id: { $in: [...ids] }, ...salesScope(actor, 'ownerId') } as never)
      .lean<Stored[]>()
      .exec();
    return rows.map((row) => toPlain<ArrearsTask>(row));
  }

  private model() {
    return this.database.model(arrearsTaskCollection);
  }
}
