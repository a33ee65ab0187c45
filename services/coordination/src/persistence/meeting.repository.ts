import { Injectable } from '@nestjs/common';
import type { Department } from '@weilend/kernel';
import { Database, Repository, VersionConflict } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import type { Meeting } from '../domain/meetings/meeting.js';
import { meetingCollection } from './meeting.schema.js';

const DUPLICATE_KEY = 11_000;

@Injectable()
export class Meetings extends Repository<Meeting> {
  constructor(database: Database) {
    super(database, meetingCollection, 'meeting');
  }

  byCause(causeKey: string, tx: Tx): Promise<Meeting | null> {
    return this.findOne({ causeKey }, tx);
  }

  /** Inserts; a meeting of the same cause written at the same moment is a conflict that is read and decided again. */
  async convene(meeting: Meeting, tx: Tx): Promise<Meeting> {
    try {
      return await this.insert(meeting, tx);
    } catch (error) {
      if ((error as { code?: unknown }).code === DUPLICATE_KEY) throw new VersionConflict(meetingCollection.name, meeting.id);
      throw error;
    }
  }

  /** Ids of meetings whose end has come while nobody is asked yet whether they took place, the longest ago first. */
  async unaccountedIds(now: Date, limit: number): Promise<string[]> {
    const rows = await this.model.collection
      .find({ state: 'CONVENED', duty: null, endsAt: { $lte: now } }, { projection: { _id: 1 }, sort: { endsAt: 1 }, limit })
      .toArray();
    return rows.map((row) => String(row._id));
  }

  /** The first end of a meeting after `now`, or null. */
  async nextEndAfter(now: Date): Promise<Date | null> {
    const row = await this.model.collection.findOne(
      { state: 'CONVENED', endsAt: { $gt: now } },
      { projection: { endsAt: 1 }, sort: { endsAt: 1 } },
    );
    return (row?.['endsAt'] as Date | undefined) ?? null;
  }

  /** Disagreements about a piece of work that the departments have still to meet about. */
  disputing(handoffId: string, tx: Tx): Promise<Meeting[]> {
    return this.findMany({ handoffId, cause: 'DISAGREEMENT', state: 'CONVENED' }, tx, { limit: 1 });
  }

  /** Meetings about a subject that have not begun. */
  comingAbout(subject: string, now: Date, tx: Tx): Promise<Meeting[]> {
    return this.findMany({ subject, state: 'CONVENED', startsAt: { $gt: now } }, tx, { sort: { startsAt: 1 } });
  }

  /** Meetings to come in which one of the departments sits. */
  comingOf(departments: readonly Department[], from: Date, tx: Tx): Promise<Meeting[]> {
    const filter = { state: 'CONVENED', endsAt: { $gt: from }, departments: { $in: [...departments] } };
    return this.findMany(filter, tx, { sort: { startsAt: 1 }, limit: 200 });
  }
}
