import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@weilend/kernel';
import { Database, duePageOf, pageOf } from '@weilend/mongo';
import type { Page, PageRequest, Stored } from '@weilend/mongo';
import type { Improvement } from '../../domain/improvement/improvement.js';
import { improvementCollection } from '../../persistence/improvement/improvement.schema.js';
import { toEntity } from '../to-entity.js';

export interface ImprovementFilter extends PageRequest {
  readonly state?: string | null;
  readonly sessionId?: string | null;
  readonly planId?: string | null;
  /** Only those that no plan has taken up. */
  readonly notAdopted?: boolean | null;
}

export interface OwedImprovementFilter extends PageRequest {
  readonly ownerId?: string | null;
  readonly until?: LocalDate | null;
}

/** The read side of improvements. */
@Injectable()
export class ImprovementQueries {
  constructor(private readonly database: Database) {}

  byIds(ids: readonly string[]): Promise<Improvement[]> {
    return this.rows({ _id: { $in: [...ids] } });
  }

  ofSessions(sessionIds: readonly string[]): Promise<Improvement[]> {
    return this.rows({ sessionId: { $in: [...sessionIds] } });
  }

  ofPlans(planIds: readonly string[]): Promise<Improvement[]> {
    return this.rows({ planId: { $in: [...planIds] } });
  }

  list({ state, sessionId, planId, notAdopted, ...page }: ImprovementFilter): Promise<Page<Improvement>> {
    const filter = {
      ...(state ? { state } : {}),
      ...(sessionId ? { sessionId } : {}),
      ...(planId ? { planId } : notAdopted ? { planId: null } : {}),
    };
    return pageOf(this.improvements(), page, { filter, map: toEntity<Improvement> });
  }

  /** Open ones, the most overdue first. */
  owed({ ownerId, until, ...page }: OwedImprovementFilter): Promise<Page<Improvement>> {
    const filter = ownerId ? { ownerId } : {};
    return duePageOf(this.improvements(), page, { field: 'owedOn', type: 'string', filter, until, map: toEntity<Improvement> });
  }

  private async rows(filter: Record<string, unknown>): Promise<Improvement[]> {
    const rows = await this.improvements()
      .find(filter as never)
      .sort({ _id: 1 })
      .lean<Stored[]>()
      .exec();
    return rows.map(toEntity<Improvement>);
  }

  private improvements() {
    return this.database.model(improvementCollection);
  }
}
