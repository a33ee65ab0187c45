import { Injectable } from '@nestjs/common';
import { rowScope, scopeFilter } from '@weilend/auth';
import { BusinessClock } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { Database, duePageOf, pageOf } from '@weilend/mongo';
import type { Page, PageRequest, Stored } from '@weilend/mongo';
import { figuresFrom, FLOW_KINDS } from '../../domain/appraisal/indicator.js';
import type { AppraisalFact, Figures } from '../../domain/appraisal/indicator.js';
import type { AppraisalQuarter } from '../../domain/appraisal/quarter-closing.js';
import type { AppraisalScheme } from '../../domain/appraisal/scheme.js';
import type { AppraisalSheet } from '../../domain/appraisal/sheet.js';
import { SEES_SALES } from '../../domain/employee/leading.js';
import {
  appraisalFactCollection,
  appraisalQuarterCollection,
  appraisalSchemeCollection,
  appraisalSheetCollection,
} from '../../persistence/appraisal/appraisal.schema.js';
import { AppraisalTallies } from '../../persistence/appraisal/tally.repository.js';
import { CareerScope } from '../career/career-scope.queries.js';

export interface SheetFilter extends PageRequest {
  readonly quarter?: string | null;
  readonly state?: 'OPEN' | 'CLOSED' | null;
  readonly employeeId?: string | null;
}

export interface SheetsDueFilter extends PageRequest {
  /** Due up to then. */
  readonly until?: Date | null;
  /** Only steps that are late; that nobody may appeal any more is no delay. */
  readonly overdue?: boolean | null;
  readonly managerId?: string | null;
}

/** The read side of appraisals: everybody sees his own sheet, managers and auditors all. */
@Injectable()
export class AppraisalQueries {
  constructor(
    private readonly database: Database,
    private readonly tallies: AppraisalTallies,
    private readonly scope: CareerScope,
    private readonly clock: BusinessClock,
  ) {}

  async sheetsByIds(ids: readonly string[], actor: Actor): Promise<AppraisalSheet[]> {
    const rows = await this.sheets()
      .find({ _id: { $in: [...ids] }, ...own(actor) } as never)
      .lean<Stored[]>()
      .exec();
    return rows.map(toEntity<AppraisalSheet>);
  }

  sheetsOf({ quarter, state, employeeId, ...page }: SheetFilter, actor: Actor): Promise<Page<AppraisalSheet>> {
    const wanted = { ...(quarter ? { quarter } : {}), ...(state ? { state } : {}), ...(employeeId ? { employeeId } : {}) };
    return pageOf(this.sheets(), page, { filter: { $and: [wanted, own(actor)] }, map: toEntity<AppraisalSheet> });
  }

  /** Sheets on which somebody owes the next step, most overdue first. Served by `due`. */
  async due({ until, overdue, managerId, ...page }: SheetsDueFilter, actor: Actor): Promise<Page<AppraisalSheet>> {
    const led = managerId ? [{ employeeId: { $in: [...(await this.scope.ledBy(managerId))] } }] : [];
    const filter = { $and: [own(actor), ...led, ...(overdue ? [{ 'cycle.stage': { $ne: 'REVIEWED' } }] : [])] };
    const last = overdue ? this.clock.now() : (until ?? null);
    return duePageOf(this.sheets(), page, { field: 'dueAt', type: 'date', until: last, filter, map: toEntity<AppraisalSheet> });
  }

  schemes(page: PageRequest): Promise<Page<AppraisalScheme>> {
    return pageOf(this.database.model(appraisalSchemeCollection), page, { filter: {}, map: toEntity<AppraisalScheme> });
  }

  async quarter(quarter: string): Promise<AppraisalQuarter | null> {
    const row = await this.database
      .model(appraisalQuarterCollection)
      .findOne({ quarter } as never)
      .lean<Stored>()
      .exec();
    return row && toEntity<AppraisalQuarter>(row);
  }

  async quartersByIds(ids: readonly string[]): Promise<AppraisalQuarter[]> {
    const rows = await this.database
      .model(appraisalQuarterCollection)
      .find({ _id: { $in: [...ids] } } as never)
      .lean<Stored[]>()
      .exec();
    return rows.map(toEntity<AppraisalQuarter>);
  }

  /** The figures of several `<employee>|<quarter>` pairs as they stand: one count for each quarter. */
  async figuresOf(pairs: readonly string[]): Promise<(readonly [string, Figures])[]> {
    const byQuarter = new Map<string, string[]>();
    for (const pair of pairs) {
      const [employeeId = '', quarter = ''] = pair.split('|');
      byQuarter.set(quarter, [...(byQuarter.get(quarter) ?? []), employeeId]);
    }
    const found: (readonly [string, Figures])[] = [];
    for (const [quarter, people] of byQuarter) {
      const tallies = await this.tallies.of(people, quarter);
      for (const one of people) found.push([`${one}|${quarter}`, figuresFrom(tallies.get(one) ?? [])]);
    }
    return found;
  }

  /** Facts of several `<employee>|<quarter>` pairs in one query, each with its pair. */
  async factsOf(pairs: readonly string[]): Promise<(readonly [string, AppraisalFact])[]> {
    const either = pairs.map((pair) => {
      const [employeeId, quarter] = pair.split('|');
      return { employeeId, quarter, kind: { $in: FLOW_KINDS } };
    });
    const rows = await this.database
      .model(appraisalFactCollection)
      .find({ $or: either } as never)
      .sort({ _id: 1 })
      .lean<Stored[]>()
      .exec();
    return rows.map(toEntity<AppraisalFact>).map((fact) => [`${fact.employeeId}|${fact.quarter}`, fact] as const);
  }

  async schemesByIds(ids: readonly string[]): Promise<AppraisalScheme[]> {
    const rows = await this.database
      .model(appraisalSchemeCollection)
      .find({ _id: { $in: [...ids] } } as never)
      .lean<Stored[]>()
      .exec();
    return rows.map(toEntity<AppraisalScheme>);
  }

  private sheets() {
    return this.database.model(appraisalSheetCollection);
  }
}

const own = (actor: Actor) => scopeFilter(rowScope(actor, SEES_SALES), 'employeeId');

function toEntity<T>({ _id, ...rest }: Stored): T {
  return { id: _id, ...rest } as unknown as T;
}
