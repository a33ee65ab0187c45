import { Injectable } from '@nestjs/common';
import { BusinessClock, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { Database, duePageOf, pageOf } from '@weilend/mongo';
import type { Page, PageRequest } from '@weilend/mongo';
import { isOpen } from '../../domain/investigation/investigation.js';
import { INVESTIGATION_STATES } from '../../domain/investigation/investigation.machine.js';
import { conflictCollection } from '../../persistence/investigation/conflict.schema.js';
import { investigationCollection } from '../../persistence/investigation/investigation.schema.js';
import { investigationScope } from '../risk-scope.js';
import { InvestigationQueries } from './investigation.queries.js';
import type { InvestigationView } from './investigation.queries.js';

export const OPEN_STATES = INVESTIGATION_STATES.filter(isOpen);

/** The lists that somebody of risk works down, each served by an index of its own and always in scope. */
@Injectable()
export class DeskQueries {
  constructor(
    private readonly database: Database,
    private readonly investigations: InvestigationQueries,
    private readonly clock: BusinessClock,
  ) {}

  /** The open ones of the person, oldest first: index `investigators-open`. */
  mine(page: PageRequest, actor: Actor): Promise<Page<InvestigationView>> {
    const filter = { investigatorIds: employeeIdOf(actor), state: { $in: OPEN_STATES } };
    return this.pageById(page, filter);
  }

  /** Nobody investigates yet, oldest first: index `state`. */
  unassigned(page: PageRequest, actor: Actor): Promise<Page<InvestigationView>> {
    return this.pageById(page, { state: 'OPENED', ...investigationScope(actor) });
  }

  /**
   * One of the pair is no employee any more or has declared a conflict with the borrower or with somebody who is one risk with him, oldest first: index
   * `investigators-open` for the few who left and for each who holds a declaration.
   */
  async toReassign(page: PageRequest, actor: Actor): Promise<Page<InvestigationView>> {
    const broken = [{ investigatorIds: { $in: await this.left() } }, ...(await this.conflicted())];
    return this.pageById(page, { $and: [{ state: { $in: OPEN_STATES }, $or: broken }, investigationScope(actor)] });
  }

  /** A check is due and not done, the longest overdue first: index `check-due`, `own-check-due` for an investigator. */
  overdueChecks(page: PageRequest, actor: Actor): Promise<Page<InvestigationView>> {
    return this.pageByDue(page, 'checkDueAt', { until: this.clock.now(), filter: investigationScope(actor) });
  }

  /** Questions to sales are open, the first due first: index `reply-due`. */
  waitingForSales(page: PageRequest, actor: Actor): Promise<Page<InvestigationView>> {
    return this.pageByDue(page, 'replyDueAt', { until: null, filter: investigationScope(actor) });
  }

  /** Somebody asks to leave a check out, oldest first: index `waiver-pending`. */
  waiversToDecide(page: PageRequest, actor: Actor): Promise<Page<InvestigationView>> {
    return this.pageById(page, { waiverPending: true, ...investigationScope(actor) });
  }

  private async left(): Promise<string[]> {
    const directory = this.database.collection('employee_directory');
    const rows = await directory.find({ active: false, roles: 'investigator' }).project({ _id: 1 }).toArray();
    return rows.map((one) => String(one['_id']));
  }

  /** Who may not go on with whom. */
  private async conflicted(): Promise<Record<string, unknown>[]> {
    const people = this.database.collection('employee_directory');
    const investigators = await people.find({ active: true, roles: 'investigator' }).project({ _id: 1 }).toArray();
    const held = { employeeId: { $in: investigators.map((one) => String(one['_id'])) }, endedAt: null };
    const rows = await this.database.collection(conflictCollection.name).find(held).project({ employeeId: 1, customerId: 1 }).toArray();
    const customersOf = Map.groupBy(rows, (one) => String(one['employeeId']));
    return [...customersOf].map(([employeeId, closeTo]) => {
      const ids = closeTo.map((one) => String(one['customerId']));
      return { investigatorIds: employeeId, $or: [{ customerId: { $in: ids } }, { $expr: isRelatedTo(ids) }] };
    });
  }

  private pageById(page: PageRequest, filter: Record<string, unknown>): Promise<Page<InvestigationView>> {
    return pageOf(this.model(), page, { filter, direction: 1, map: (row) => this.investigations.toView(row) });
  }

  private pageByDue(
    page: PageRequest,
    field: string,
    { until, filter }: { until: Date | null; filter: Record<string, unknown> },
  ): Promise<Page<InvestigationView>> {
    return duePageOf(this.model(), page, { field, type: 'date', filter, until, map: (row) => this.investigations.toView(row) });
  }

  private model() {
    return this.database.model(investigationCollection);
  }
}

/** One of the customers is a related party by the latest data analysis, the one by which a pair is proposed. */
function isRelatedTo(customerIds: readonly string[]): Record<string, unknown> {
  const related = { $let: { vars: { latest: { $last: '$dataAnalyses' } }, in: { $ifNull: ['$$latest.relatedParties.customerId', []] } } };
  return { $gt: [{ $size: { $setIntersection: [related, [...customerIds]] } }, 0] };
}
