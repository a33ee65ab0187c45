import { Injectable } from '@nestjs/common';
import { addDays, BusinessClock } from '@weilend/kernel';
import type { Actor, LocalDate } from '@weilend/kernel';
import { Database, duePageOf, pageOf } from '@weilend/mongo';
import type { Page, PageRequest, Stored } from '@weilend/mongo';
import { Parameters } from '@weilend/service';
import type { KnowledgeRules } from '../../domain/knowledge/knowledge-rules.js';
import { standingOn } from '../../domain/knowledge/knowledge-standing.js';
import type { KnowledgeStanding, StandingState } from '../../domain/knowledge/knowledge-standing.js';
import { knowledgeRulesCollection, knowledgeStandingCollection } from '../../persistence/knowledge/knowledge.schema.js';
import { ownOrAll } from '../scope.js';
import { toEntity } from '../to-entity.js';

export interface StandingFilter extends PageRequest {
  readonly state?: StandingState | null;
  readonly employeeId?: string | null;
  readonly topic?: string | null;
}

/** How somebody stands, as of today. */
export interface StandingToday extends KnowledgeStanding {
  readonly state: StandingState;
}

/** The read side of required knowledge. */
@Injectable()
export class KnowledgeQueries {
  constructor(
    private readonly database: Database,
    private readonly parameters: Parameters,
    private readonly clock: BusinessClock,
  ) {}

  async rulesByIds(ids: readonly string[]): Promise<KnowledgeRules[]> {
    const rows = await this.database
      .model(knowledgeRulesCollection)
      .find({ _id: { $in: [...ids] } } as never)
      .lean<Stored[]>()
      .exec();
    return rows.map(toEntity<KnowledgeRules>);
  }

  rules(page: PageRequest): Promise<Page<KnowledgeRules>> {
    return pageOf(this.database.model(knowledgeRulesCollection), page, { filter: {}, map: toEntity<KnowledgeRules> });
  }

  async byIds(ids: readonly string[], actor: Actor): Promise<StandingToday[]> {
    const rows = await this.database
      .model(knowledgeStandingCollection)
      .find({ $and: [{ _id: { $in: [...ids] } }, ownOrAll(actor)] } as never)
      .lean<Stored[]>()
      .exec();
    const map = await this.asOfToday();
    return rows.map(map);
  }

  /** What is required of people, the most overdue first. */
  async standings({ state, employeeId, topic, ...page }: StandingFilter, actor: Actor): Promise<Page<StandingToday>> {
    const today = this.clock.today();
    const wanted = { ...(employeeId ? { employeeId } : {}), ...(topic ? { topic } : {}) };
    const filter = { $and: [wanted, ownOrAll(actor), state ? daysOf(state, today, await this.ahead()) : {}] };
    const map = await this.asOfToday();
    const model = this.database.model(knowledgeStandingCollection);
    // What nobody requires has no day.
    if (state === 'NOT_REQUIRED') return pageOf(model, page, { filter, map });
    return duePageOf(model, page, { field: 'dueOn', type: 'string', filter, map });
  }

  private async asOfToday(): Promise<(row: Stored) => StandingToday> {
    const today = this.clock.today();
    const ahead = await this.ahead();
    return (row) => {
      const standing = toEntity<KnowledgeStanding>(row);
      return { ...standing, state: standingOn(standing, today, ahead) };
    };
  }

  private ahead(): Promise<number> {
    return this.parameters.number('knowledge.expiring-ahead', this.clock.today());
  }
}

/** The days that a state means; the same as `standingOn` says of a single row. */
function daysOf(state: StandingState, today: LocalDate, aheadDays: number): Record<string, unknown> {
  const soon = addDays(today, aheadDays);
  switch (state) {
    case 'OVERDUE':
      return { dueOn: { $lt: today } };
    case 'MISSING':
      return { dueOn: { $gte: today }, $or: [{ proof: null }, { 'proof.expiresOn': { $lt: today } }] };
    case 'EXPIRING':
      return { dueOn: { $gte: today }, 'proof.expiresOn': { $gte: today, $lte: soon } };
    case 'VALID':
      return { dueOn: { $gte: today }, 'proof.expiresOn': { $gt: soon } };
    case 'NOT_REQUIRED':
      return { required: false };
  }
}
