import { Injectable } from '@nestjs/common';
import { Database, pageOf } from '@weilend/mongo';
import type { Page, PageRequest, Stored } from '@weilend/mongo';
import type { TrainingSession } from '../../domain/session/training-session.js';
import type { SessionState } from '../../domain/session/training-session.machine.js';
import { trainingSessionCollection } from '../../persistence/session/training-session.schema.js';
import { toEntity } from '../to-entity.js';

export interface SessionFilter extends PageRequest {
  readonly state?: SessionState | null;
  readonly planId?: string | null;
}

/** The read side of trainings. */
@Injectable()
export class TrainingSessionQueries {
  constructor(private readonly database: Database) {}

  async byIds(ids: readonly string[]): Promise<TrainingSession[]> {
    const rows = await this.sessions()
      .find({ _id: { $in: [...ids] } } as never)
      .lean<Stored[]>()
      .exec();
    return rows.map(toEntity<TrainingSession>);
  }

  list({ state, planId, ...page }: SessionFilter): Promise<Page<TrainingSession>> {
    const filter = { ...(state ? { state } : {}), ...(planId ? { planId } : {}) };
    return pageOf(this.sessions(), page, { filter, map: toEntity<TrainingSession> });
  }

  private sessions() {
    return this.database.model(trainingSessionCollection);
  }
}
