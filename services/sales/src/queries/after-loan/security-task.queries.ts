import { Injectable } from '@nestjs/common';
import { BusinessClock } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { Database, pageOf } from '@weilend/mongo';
import type { Page, PageRequest, Stored } from '@weilend/mongo';
import type { SecurityTask } from '../../domain/after-loan/security-task.js';
import { securityTaskCollection } from '../../persistence/after-loan/security-task.schema.js';
import { salesScope } from '../../persistence/sales-scope.js';
import { toPlain } from '../rows.js';

export interface SecurityTaskFilter extends PageRequest {
  readonly state?: string | null;
  readonly customerId?: string | null;
  /** Only those whose day has passed. */
  readonly overdue?: boolean | null;
}

/** Security that risk asks for, in the actor's scope. */
@Injectable()
export class SecurityTaskQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: BusinessClock,
  ) {}

  list({ state, customerId, overdue, ...page }: SecurityTaskFilter, actor: Actor): Promise<Page<SecurityTask>> {
    const scope = salesScope(actor, 'ownerId');
    const late = overdue ? { state: 'open', dueOn: { $type: 'string', $lt: this.clock.today() } } : {};
    const asked = { ...(state ? { state } : {}), ...(customerId ? { customerId } : {}) };
    // In the order of the list among the few that are open; the planner would take those that are due, and sort them.
    const isOwn = Object.keys(scope).length > 0;
    const hint = overdue && !customerId ? (isOwn ? 'ownerState' : 'newest') : undefined;
    const filter = { $and: [scope, asked, late] };
    return pageOf(this.database.model(securityTaskCollection), page, { filter, map: (row) => toPlain<SecurityTask>(row), hint });
  }

  async byIds(ids: readonly string[], actor: Actor): Promise<SecurityTask[]> {
    const rows = await this.database
      .model(securityTaskCollection)
      .find({ _id: { $in: [...ids] }, ...salesScope(actor, 'ownerId') } as never)
      .lean<Stored[]>()
      .exec();
    return rows.map((row) => toPlain<SecurityTask>(row));
  }
}
