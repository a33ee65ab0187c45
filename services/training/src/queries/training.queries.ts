import { Injectable } from '@nestjs/common';
import { Database, pageOf } from '@weilend/mongo';
import type { Page, PageRequest, Stored } from '@weilend/mongo';
import type { TrainingPlan } from '../domain/plan/training-plan.js';
import type { TrainingSession } from '../domain/session/training-session.js';
import type { SessionState } from '../domain/session/training-session.machine.js';
import { trainingPlanCollection, trainingSessionCollection } from '../persistence/training.schema.js';

export interface SessionFilter extends PageRequest {
  readonly state?: SessionState | null;
  readonly planId?: string | null;
}

/** The read side of training. */
@Injectable()
export class TrainingQueries {
  constructor(private readonly database: Database) {}

  async plansByIds(ids: readonly string[]): Promise<TrainingPlan[]> {
    const rows = await this.plans()
      .find({ _id: { $in: [...ids] } } as never)
      .lean<Stored[]>()
      .exec();
    return rows.map(toEntity<TrainingPlan>);
  }

  async planOf(year: number): Promise<TrainingPlan | null> {
    const row = await this.plans()
      .findOne({ year } as never)
      .lean<Stored>()
      .exec();
    return row ? toEntity<TrainingPlan>(row) : null;
  }

  async sessionsByIds(ids: readonly string[]): Promise<TrainingSession[]> {
    const rows = await this.sessions()
      .find({ _id: { $in: [...ids] } } as never)
      .lean<Stored[]>()
      .exec();
    return rows.map(toEntity<TrainingSession>);
  }

  listSessions({ state, planId, ...page }: SessionFilter): Promise<Page<TrainingSession>> {
    const filter = { ...(state ? { state } : {}), ...(planId ? { planId } : {}) };
    return pageOf(this.sessions(), page, { filter, map: toEntity<TrainingSession> });
  }

  private plans() {
    return this.database.model(trainingPlanCollection);
  }

  private sessions() {
    return this.database.model(trainingSessionCollection);
  }
}

function toEntity<T>({ _id, ...rest }: Stored): T {
  return { id: _id, ...rest } as unknown as T;
}
