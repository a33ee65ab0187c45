import { Injectable } from '@nestjs/common';
import { Database, Repository, VersionConflict } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import type { Handoff } from '../domain/board/handoff.js';
import { handoffCollection } from './handoff.schema.js';

const DUPLICATE_KEY = 11_000;

@Injectable()
export class BoardHandoffs extends Repository<Handoff> {
  constructor(database: Database) {
    super(database, handoffCollection, 'handoff');
  }

  /** Inserts a new row or saves a known one; two first writers at once are a conflict that is read and decided again. */
  async put(handoff: Handoff, tx: Tx): Promise<Handoff> {
    if (handoff.version > 0) return this.save(handoff, tx);
    try {
      return await this.insert(handoff, tx);
    } catch (error) {
      if ((error as { code?: unknown }).code === DUPLICATE_KEY) throw new VersionConflict(handoffCollection.name, handoff.id);
      throw error;
    }
  }

  /** Ids of work whose next level is due at `now`, the longest due first. */
  async dueIds(now: Date, limit: number): Promise<string[]> {
    const rows = await this.model.collection
      // The type is the partial index's condition: without it the planner reads the whole board.
      .find({ nextLevelAt: { $lte: now, $type: 'date' } }, { projection: { _id: 1 }, sort: { nextLevelAt: 1 }, limit })
      .toArray();
    return rows.map((row) => String(row._id));
  }

  /** The first moment after `now` at which a level becomes due, or null. */
  async nextDueAfter(now: Date): Promise<Date | null> {
    const row = await this.model.collection.findOne(
      { nextLevelAt: { $gt: now, $type: 'date' } },
      { projection: { nextLevelAt: 1 }, sort: { nextLevelAt: 1 } },
    );
    return (row?.['nextLevelAt'] as Date | undefined) ?? null;
  }
}
