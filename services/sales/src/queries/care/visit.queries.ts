import { Injectable } from '@nestjs/common';
import { addDays, BusinessClock } from '@weilend/kernel';
import type { Actor, LocalDate } from '@weilend/kernel';
import { Database, duePageOf, pageOf } from '@weilend/mongo';
import type { Page, PageRequest, Stored } from '@weilend/mongo';
import type { FollowUp } from '../../domain/care/follow-up.js';
import type { ReturnVisit } from '../../domain/care/return-visit.js';
import type { PlannedVisit } from '../../domain/care/visit-plan.js';
import { withoutDue } from '../../persistence/care/visit.repository.js';
import { followUpCollection, plannedVisitCollection, visitCollection } from '../../persistence/care/visit.schema.js';
import { salesScope } from '../../persistence/sales-scope.js';
import { newestFirst, toPlain } from '../rows.js';

export interface PlannedVisitView extends PlannedVisit {
  readonly overdue: boolean;
}

export interface FollowUpView extends FollowUp {
  readonly overdue: boolean;
}

export interface DueFilter extends PageRequest {
  /** Due within so many days from today; 0 for what is due today or overdue; everything that is owed when left out. */
  readonly withinDays?: number | null;
  readonly overdueOnly?: boolean | null;
  /** For the manager. */
  readonly salespersonId?: string | null;
}

/** The read side of visits and of what they found, in the scope of who asks. */
@Injectable()
export class VisitQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: BusinessClock,
  ) {}

  /** Visits that are owed, most overdue first [3.11]. */
  due(wanted: DueFilter, actor: Actor): Promise<Page<PlannedVisitView>> {
    const filter = ownedBy('salespersonId', wanted, actor);
    const plan = { field: 'dueOn', type: 'string' as const, filter, until: this.until(wanted), map: (row: Stored) => this.planned(row) };
    return duePageOf(this.database.model(plannedVisitCollection), wanted, plan);
  }

  /** The planned visits of customers, the one that comes next first. */
  async plannedOf(customerIds: readonly string[]): Promise<PlannedVisitView[]> {
    const rows = await newestFirst(this.database.model(plannedVisitCollection), { customerId: { $in: [...customerIds] } });
    return rows.map((row) => this.planned(row));
  }

  /** Visits that were made, newest first. */
  held(page: PageRequest & { salespersonId?: string | null }, actor: Actor): Promise<Page<ReturnVisit>> {
    const filter = ownedBy('salespersonId', page, actor);
    return pageOf(this.database.model(visitCollection), page, { filter, map: (row) => toPlain<ReturnVisit>(row) });
  }

  /** Follow-ups that are owed, most overdue first [3.11]. */
  followUpsDue(wanted: DueFilter, actor: Actor): Promise<Page<FollowUpView>> {
    const filter = ownedBy('ownerId', wanted, actor);
    const plan = { field: 'dueOn', type: 'string' as const, filter, until: this.until(wanted), map: (row: Stored) => this.followUp(row) };
    return duePageOf(this.database.model(followUpCollection), wanted, plan);
  }

  async followUpsByIds(ids: readonly string[], actor: Actor): Promise<FollowUpView[]> {
    const rows = await newestFirst(this.database.model(followUpCollection), { _id: { $in: [...ids] }, ...salesScope(actor, 'ownerId') });
    return rows.map((row) => this.followUp(row));
  }

  /** Follow-ups by a field that names what they belong to, oldest first. */
  async followUpsOf(field: 'customerId' | 'visitId' | 'rootId', ids: readonly string[]): Promise<FollowUpView[]> {
    const rows = await newestFirst(this.database.model(followUpCollection), { [field]: { $in: [...ids] } });
    return rows.reverse().map((row) => this.followUp(row));
  }

  private until({ withinDays, overdueOnly }: DueFilter): LocalDate | null {
    const today = this.clock.today();
    if (overdueOnly) return addDays(today, -1);
    return typeof withinDays === 'number' ? addDays(today, withinDays) : null;
  }

  private planned(row: Stored): PlannedVisitView {
    const plan = withoutDue<PlannedVisit>(row);
    return { ...plan, overdue: plan.state === 'planned' && plan.plannedOn < this.clock.today() };
  }

  private followUp(row: Stored): FollowUpView {
    const followUp = withoutDue<FollowUp>(row);
    return { ...followUp, overdue: followUp.state === 'open' && followUp.plannedOn < this.clock.today() };
  }
}

/** Rows of the one who asks; of whom he names, when he may see everybody's. */
export function ownedBy(
  field: 'salespersonId' | 'ownerId',
  wanted: { readonly salespersonId?: string | null },
  actor: Actor,
): Record<string, string> {
  return { ...(wanted.salespersonId ? { [field]: wanted.salespersonId } : {}), ...salesScope(actor, field) };
}
