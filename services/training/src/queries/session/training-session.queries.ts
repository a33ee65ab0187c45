import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@weilend/kernel';
import { Database, duePageOf, pageOf } from '@weilend/mongo';
import type { Page, PageRequest, Stored } from '@weilend/mongo';
import type { TrainingTopic } from '../../domain/plan/training-plan.js';
import type { SessionKind, TrainingSession } from '../../domain/session/training-session.js';
import type { SessionState } from '../../domain/session/training-session.machine.js';
import { storedSession } from '../../persistence/session/stored-session.js';
import { trainingSessionCollection } from '../../persistence/session/training-session.schema.js';

export interface SessionFilter extends PageRequest {
  readonly state?: SessionState | null;
  readonly planId?: string | null;
}

export interface CalendarFilter extends PageRequest {
  readonly state?: SessionState | null;
  readonly from?: LocalDate | null;
  readonly to?: LocalDate | null;
  readonly topic?: TrainingTopic | null;
  readonly kind?: SessionKind | null;
  /** Only those for whose seats people wait. */
  readonly hasWaiting?: boolean | null;
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
    return rows.map(storedSession);
  }

  list({ state, planId, ...page }: SessionFilter): Promise<Page<TrainingSession>> {
    const filter = { ...(state ? { state } : {}), ...(planId ? { planId } : {}) };
    return pageOf(this.sessions(), page, { filter, map: storedSession });
  }

  /** By day, the first day first; by the index of the state and the day, or of the day alone. */
  calendar({ state, from, to, topic, kind, hasWaiting, ...page }: CalendarFilter): Promise<Page<TrainingSession>> {
    const filter = {
      ...(state ? { state } : {}),
      ...(from ? { heldOn: { $gte: from } } : {}),
      ...(topic ? { topic } : {}),
      ...(kind ? { kind } : {}),
      ...(hasWaiting ? { waitingCount: { $gt: 0 } } : {}),
    };
    return duePageOf(this.sessions(), page, { field: 'heldOn', type: 'string', filter, until: to, map: storedSession });
  }

  private sessions() {
    return this.database.model(trainingSessionCollection);
  }
}
