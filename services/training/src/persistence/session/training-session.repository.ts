import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@weilend/kernel';
import { Database, Repository } from '@weilend/mongo';
import type { Stored, Tx } from '@weilend/mongo';
import type { TrainingSession } from '../../domain/session/training-session.js';
import { storedSession } from './stored-session.js';
import { trainingSessionCollection } from './training-session.schema.js';

@Injectable()
export class TrainingSessions extends Repository<TrainingSession> {
  constructor(database: Database) {
    super(database, trainingSessionCollection, 'training session');
  }

  /** What the trainings of a planned course cost, without the cancelled ones and without `exceptId`. */
  async spentOn(course: { planId: string; courseNo: number; exceptId?: string }, tx: Tx): Promise<number> {
    const { planId, courseNo, exceptId } = course;
    const match = { planId, courseNo, state: { $ne: 'CANCELLED' }, ...(exceptId ? { _id: { $ne: exceptId } } : {}) };
    const [row] = await this.model.collection
      .aggregate<{ spentFen: unknown }>([{ $match: match }, { $group: { _id: null, spentFen: { $sum: '$costFen' } } }], {
        session: tx.session,
      })
      .toArray();
    return Number(row?.spentFen ?? 0);
  }

  /** Trainings that lie ahead, or go on as self-study, and for whose seats people wait. */
  async withWaiting(today: LocalDate): Promise<string[]> {
    const filter = { state: 'PLANNED', waitingCount: { $gt: 0 }, $or: [{ heldOn: { $gte: today } }, { untilOn: { $gte: today } }] };
    const rows = await this.model.collection.find(filter as never, { projection: { _id: 1 } }).toArray();
    return rows.map((row) => String(row._id));
  }

  /** Planned courses that trainings refer to, cancelled ones too: they are the history of the course. */
  async courseNosOf(planId: string, tx: Tx): Promise<number[]> {
    const found = await this.model.collection.distinct('courseNo', { planId, courseNo: { $type: 'number' } }, { session: tx.session });
    return found as number[];
  }

  protected override toEntity(document: Stored): TrainingSession {
    return storedSession(document);
  }
}
