import { Injectable } from '@nestjs/common';
import { BusinessClock, quarterOf } from '@weilend/kernel';
import { Database, pageOf } from '@weilend/mongo';
import type { CollectionDefinition, Page, PageRequest, Stored } from '@weilend/mongo';
import type { Honour, HonourAward } from '../../domain/honour/honour.js';
import { quartersOf } from '../../domain/honour/honour-rule.js';
import type { HonourKind, HonourRule, HonourScope } from '../../domain/honour/honour-rule.js';
import { AppraisalRecord } from '../../persistence/career/appraisal-record.repository.js';
import { honourAwardCollection, honourCollection, honourRuleCollection } from '../../persistence/honour/honour.schema.js';

export interface HonourFilter extends PageRequest {
  readonly period?: string | null;
  readonly honour?: HonourKind | null;
  readonly state?: Honour['state'] | null;
}
export interface AwardFilter extends PageRequest {
  readonly period?: string | null;
  readonly employeeId?: string | null;
}
export interface RuleFilter extends PageRequest {
  readonly honour?: HonourKind | null;
  readonly scope?: HonourScope | null;
}

/** The read side of honours: awards are for everybody to see, the lists behind them for who leads or supervises [5.9]. */
@Injectable()
export class HonourQueries {
  constructor(
    private readonly database: Database,
    private readonly record: AppraisalRecord,
    private readonly clock: BusinessClock,
  ) {}

  /** Newest first. Served by `once` (period) and `state`. */
  list({ period, honour, state, ...page }: HonourFilter): Promise<Page<Honour>> {
    const filter = { ...(period ? { period } : {}), ...(honour ? { honour } : {}), ...(state ? { state } : {}) };
    return pageOf(this.database.model(honourCollection), page, { filter, map: toEntity<Honour> });
  }

  byIds(ids: readonly string[]): Promise<Honour[]> {
    return this.rows(honourCollection, { _id: { $in: [...ids] } });
  }

  /** Awards not taken back of people with a severe violation since the period began: hr decides on each. Awards are few, those of the last years are looked at. */
  async awardsInQuestion(): Promise<HonourAward[]> {
    const rows = await this.database
      .model(honourAwardCollection)
      .find({ revocation: null } as never)
      .sort({ _id: -1 })
      .limit(MOST_LOOKED_AT)
      .lean<Stored[]>()
      .exec();
    const awards = rows.map(toEntity<HonourAward>);
    const from = awards.map(({ period }) => firstQuarter(period)).sort()[0];
    if (from === undefined) return [];
    const people = [...new Set(awards.map(({ employeeId }) => employeeId))];
    const severe = await this.record.severeOf(people, { from, to: quarterOf(this.clock.today()) });
    return awards.filter(({ employeeId, period }) => severe.get(employeeId)?.some(({ quarter }) => quarter >= firstQuarter(period)));
  }

  /** Newest first. Served by `person` and `period`. */
  awards({ period, employeeId, ...page }: AwardFilter): Promise<Page<HonourAward>> {
    const filter = { ...(period ? { period } : {}), ...(employeeId ? { employeeId } : {}) };
    return pageOf(this.database.model(honourAwardCollection), page, { filter, map: toEntity<HonourAward> });
  }

  awardsByIds(ids: readonly string[]): Promise<HonourAward[]> {
    return this.rows(honourAwardCollection, { _id: { $in: [...ids] } });
  }

  /** Served by `once` (honour, person). */
  async awardsOf(honourIds: readonly string[]): Promise<(readonly [string, HonourAward])[]> {
    const awards = await this.rows<HonourAward>(honourAwardCollection, { honourId: { $in: [...honourIds] } });
    return awards.map((award) => [award.honourId, award] as const);
  }

  rules({ honour, scope, ...page }: RuleFilter): Promise<Page<HonourRule>> {
    const filter = { ...(honour ? { honour } : {}), ...(scope ? { scope } : {}) };
    return pageOf(this.database.model(honourRuleCollection), page, { filter, map: toEntity<HonourRule> });
  }

  rulesByIds(ids: readonly string[]): Promise<HonourRule[]> {
    return this.rows(honourRuleCollection, { _id: { $in: [...ids] } });
  }

  private async rows<T>(collection: CollectionDefinition, filter: Record<string, unknown>): Promise<T[]> {
    const rows = await this.database
      .model(collection)
      .find(filter as never)
      .sort({ _id: 1 })
      .lean<Stored[]>()
      .exec();
    return rows.map(toEntity<T>);
  }
}

const MOST_LOOKED_AT = 500;
const firstQuarter = (period: string): string => quartersOf(period)[0] ?? period;

function toEntity<T>({ _id, ...rest }: Stored): T {
  return { id: _id, ...rest } as unknown as T;
}
