import { Injectable } from '@nestjs/common';
import { Database, Repository } from '@weilend/mongo';
import type { Stored, Tx } from '@weilend/mongo';
import type { Watch } from '../../domain/watch/watch.js';
import { watchCollection } from './watch.schema.js';

@Injectable()
export class Watches extends Repository<Watch> {
  constructor(private readonly database: Database) {
    super(database, watchCollection, 'watch');
  }

  openOf(subjectId: string, tx: Tx): Promise<Watch | null> {
    return this.findOne({ openKey: subjectId }, tx);
  }

  /** Watches that go on and that somebody tracks. */
  trackedBy(employeeId: string, tx: Tx): Promise<Watch[]> {
    return this.findMany({ trackerId: employeeId, openKey: { $ne: null } }, tx);
  }

  /** Watches of which somebody above is to be told by now, the earliest first. */
  async toTell(now: Date, limit: number, without: readonly string[]): Promise<string[]> {
    const rows = await this.database
      .collection<Stored>(watchCollection.name)
      .find({ noticeAt: { $type: 'date', $lte: now }, ...(without.length > 0 ? { _id: { $nin: [...without] } } : {}) })
      .sort({ noticeAt: 1 })
      .limit(limit)
      .project<{ _id: string }>({ _id: 1 })
      .toArray();
    return rows.map(({ _id }) => _id);
  }
}
