import { Injectable } from '@nestjs/common';
import { rowScope } from '@weilend/auth';
import { BusinessClock } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { Database, pageOf } from '@weilend/mongo';
import type { Page, PageRequest, Stored } from '@weilend/mongo';
import type { Level } from '../../domain/career/ladder.js';
import type { Standing } from '../../domain/career/standing.js';
import { SEES_SALES } from '../../domain/employee/leading.js';
import { eligibilityOf, withoutFigures } from '../../domain/promotion/eligibility.js';
import type { Eligibility } from '../../domain/promotion/eligibility.js';
import type { Promotion } from '../../domain/promotion/promotion.js';
import type { PromotionState } from '../../domain/promotion/promotion.machine.js';
import { careerStandingCollection } from '../../persistence/career/career.schema.js';
import { PromotionFactsReader } from '../../persistence/promotion/promotion-facts.repository.js';
import { promotionCollection } from '../../persistence/promotion/promotion.schema.js';
import { CareerQueries } from '../career/career.queries.js';
import { CareerScope } from '../career/career-scope.queries.js';

export interface CandidateFilter extends PageRequest {
  readonly level?: Level | null;
}
export interface PromotionFilter extends PageRequest {
  readonly employeeId?: string | null;
  readonly state?: PromotionState | null;
}

/** The read side of promotions: who may be promoted and why or why not, as of today [5.7]. */
@Injectable()
export class PromotionQueries {
  constructor(
    private readonly database: Database,
    private readonly scope: CareerScope,
    private readonly careers: CareerQueries,
    private readonly facts: PromotionFactsReader,
    private readonly clock: BusinessClock,
  ) {}

  async eligibility(employeeId: string, actor: Actor): Promise<Eligibility | null> {
    const standing = await this.careers.standing(employeeId, actor);
    const [eligibility] = standing ? await this.looked([standing], actor) : [];
    return eligibility ?? null;
  }

  /** Everybody on the ladder in the actor's scope, each with the reasons for and against. Served by `people` and `level`. */
  async candidates({ level, ...page }: CandidateFilter, actor: Actor): Promise<Page<Eligibility>> {
    const filter = { active: true, ...(await this.scope.filter(actor, '_id')), ...(level ? { level } : {}) };
    const found = await pageOf(this.database.model(careerStandingCollection), employeePage(page), {
      filter,
      map: toEntity<Standing>,
      direction: 1,
    });
    const nodes = await this.looked(found.nodes, actor);
    const edges = found.edges.flatMap(({ cursor }, place) => {
      const node = nodes[place];
      return node ? [{ cursor, node }] : [];
    });
    return {
      ...{ edges, nodes, pageInfo: found.pageInfo },
      get totalCount() {
        return found.totalCount;
      },
    };
  }

  /** Newest first. Served by `person` and `state`. */
  async list({ employeeId, state, ...page }: PromotionFilter, actor: Actor): Promise<Page<Promotion>> {
    const filter = { ...(await this.scope.filter(actor, 'employeeId', employeeId)), ...(state ? { state } : {}) };
    return pageOf(this.database.model(promotionCollection), page, { filter, map: (row: Stored) => shown(toEntity<Promotion>(row), actor) });
  }

  async byIds(ids: readonly string[], actor: Actor): Promise<Promotion[]> {
    const rows = await this.database
      .model(promotionCollection)
      .find({ _id: { $in: [...ids] }, ...(await this.scope.filter(actor, 'employeeId')) } as never)
      .lean<Stored[]>()
      .exec();
    return rows.map((row) => shown(toEntity<Promotion>(row), actor));
  }

  /** Nobody is eligible for anything while there is no ladder. */
  private async looked(standings: readonly Standing[], actor: Actor): Promise<Eligibility[]> {
    const today = this.clock.today();
    const ladder = await this.careers.ladderOn(today);
    if (!ladder) return [];
    return (await this.facts.of(standings, today)).map((facts) => visible(eligibilityOf(facts, ladder, today), actor));
  }
}

/** The figures of somebody's sheets are for who sees his sheets: himself, and who leads or supervises all of sales. */
function visible(eligibility: Eligibility, actor: Actor): Eligibility {
  const scope = rowScope(actor, SEES_SALES);
  return scope.kind === 'all' || scope.employeeId === eligibility.employeeId ? eligibility : withoutFigures(eligibility);
}

const shown = (promotion: Promotion, actor: Actor): Promotion => ({ ...promotion, eligibility: visible(promotion.eligibility, actor) });

const employeePage = ({ first, after }: PageRequest): PageRequest => ({ first, after });

function toEntity<T>({ _id, ...rest }: Stored): T {
  return { id: _id, ...rest } as unknown as T;
}
