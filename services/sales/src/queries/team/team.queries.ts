import { Injectable } from '@nestjs/common';
import { rowScope, scopeFilter } from '@weilend/auth';
import type { RowScope } from '@weilend/auth';
import { BusinessClock } from '@weilend/kernel';
import type { Actor, LocalDate } from '@weilend/kernel';
import { Database, pageOf } from '@weilend/mongo';
import type { CollectionDefinition, Page, PageRequest } from '@weilend/mongo';
import { EmployeeDirectory } from '@weilend/service';
import type { MarketReport } from '../../domain/team/market-report.js';
import type { SalesProblem } from '../../domain/team/problem.js';
import type { WorkLog } from '../../domain/team/work-log.js';
import { marketReportCollection, salesProblemCollection, workLogCollection } from '../../persistence/team/team.schema.js';
import { newestFirst, toPlain } from '../rows.js';

export interface ProblemFilter extends PageRequest {
  readonly state?: string | null;
  readonly ownerId?: string | null;
  /** Only those whose day has passed. */
  readonly overdue?: boolean | null;
}

export interface MarketReportFilter extends PageRequest {
  readonly kind?: string | null;
  readonly topic?: string | null;
  readonly quarter?: string | null;
}

/** The read side of logs, problems and market reports: a salesperson sees his own logs, and the problems and reports of the whole team. */
@Injectable()
export class TeamQueries {
  constructor(
    private readonly database: Database,
    private readonly directory: EmployeeDirectory,
    private readonly clock: BusinessClock,
  ) {}

  workLogs(wanted: PageRequest & { day?: LocalDate | null; employeeId?: string | null }, actor: Actor): Promise<Page<WorkLog>> {
    const { day, employeeId, ...page } = wanted;
    const asked = { ...(employeeId ? { employeeId } : {}), ...(day ? { day } : {}) };
    return this.page(workLogCollection, page, { $and: [asked, logScope(actor)] });
  }

  async workLogsByIds(ids: readonly string[], actor: Actor): Promise<WorkLog[]> {
    return this.byIds(workLogCollection, ids, logScope(actor));
  }

  /** Active salespeople who have handed in no log of a day. */
  async withoutWorkLog(day: LocalDate): Promise<readonly string[]> {
    const salespeople = (await this.directory.holding('salesperson')).map((row) => row._id);
    const rows = await this.database
      .collection<{ employeeId: string }>(workLogCollection.name)
      .find({ day, employeeId: { $in: salespeople }, handedInAt: { $ne: null } }, { projection: { employeeId: 1 } })
      .toArray();
    const done = new Set(rows.map((row) => row.employeeId));
    return salespeople.filter((employeeId) => !done.has(employeeId));
  }

  problems({ state, ownerId, overdue, ...page }: ProblemFilter): Promise<Page<SalesProblem>> {
    const late = { state: 'in-hand', dueOn: { $lt: this.clock.today() } };
    const asked = { ...(state ? { state } : {}), ...(ownerId ? { ownerId } : {}) };
    // In the order of the list among the few that are in hand; the planner would take those that are due, and sort them.
    const hint = ownerId ? 'owner' : 'state';
    return overdue
      ? this.page(salesProblemCollection, page, { $and: [asked, late] }, hint)
      : this.page(salesProblemCollection, page, asked);
  }

  problemsByIds(ids: readonly string[]): Promise<SalesProblem[]> {
    return this.byIds(salesProblemCollection, ids, {});
  }

  marketReports({ kind, topic, quarter, ...page }: MarketReportFilter): Promise<Page<MarketReport>> {
    const asked = { ...(quarter ? { quarter } : {}), ...(topic ? { topic } : {}), ...(kind ? { kind } : {}) };
    return this.page(marketReportCollection, page, asked);
  }

  marketReportsByIds(ids: readonly string[]): Promise<MarketReport[]> {
    return this.byIds(marketReportCollection, ids, {});
  }

  private page<T>(collection: CollectionDefinition, wanted: PageRequest, filter: Record<string, unknown>, hint?: string): Promise<Page<T>> {
    return pageOf(this.database.model(collection), wanted, { filter, map: (row) => toPlain<T>(row), ...(hint ? { hint } : {}) });
  }

  private async byIds<T>(collection: CollectionDefinition, ids: readonly string[], scope: Record<string, unknown>): Promise<T[]> {
    const rows = await newestFirst(this.database.model(collection), { _id: { $in: [...ids] }, ...scope });
    return rows.map((row) => toPlain<T>(row));
  }
}

function logScope(actor: Actor): Record<string, string> {
  const scope: RowScope = rowScope(actor, ['sales-manager', 'auditor']);
  return scopeFilter(scope, 'employeeId');
}
