import type { Envelope } from '@weilend/contracts';
import { laneOf } from '@weilend/contracts';
import { invariant } from '@weilend/kernel';
import type { Database, Tx } from '@weilend/mongo';
import type { LaneRow } from './rows.js';

/** Whether a message is the next of its lane, comes too early, or has been overtaken. */
export type Turn = 'next' | 'early' | 'old';

/** How far each lane (producer, subject) is applied at this department. */
export class Lanes {
  constructor(private readonly database: Database) {}

  /**
   * Decides whose turn it is and moves the lane on in the same write, so that applying and parking both write the lane's row: of two that
   * cross, one fails and tries again. A lane that has applied nothing may begin with a snapshot of any number.
   */
  async take(envelope: Envelope, tx: Tx): Promise<Turn> {
    const sequence = Number(envelope.sequence);
    const applied = { $ifNull: ['$applied', 0] };
    const isNext = { $eq: [applied, sequence - 1] };
    const begins = envelope.snapshot ? { $or: [isNext, { $eq: [applied, 0] }] } : isNext;
    const before = await this.rows().findOneAndUpdate(
      { _id: laneOf(envelope) },
      [{ $set: { applied: { $cond: [begins, sequence, applied] }, touched: { $add: [{ $ifNull: ['$touched', 0] }, 1] } } }],
      { upsert: true, returnDocument: 'before', session: tx.session },
    );
    const reached = before?.applied ?? 0;
    if (sequence <= reached) return 'old';
    return sequence === reached + 1 || (envelope.snapshot && reached === 0) ? 'next' : 'early';
  }

  /** Writes the lane's row without moving it: whoever waits for the lane and whoever moves it cannot miss each other. */
  async touch(lane: string, tx: Tx): Promise<LaneRow> {
    const row = await this.rows().findOneAndUpdate(
      { _id: lane },
      { $inc: { touched: 1 }, $setOnInsert: { applied: 0 } },
      { upsert: true, returnDocument: 'after', session: tx.session },
    );
    invariant(row, 'a lane row is made when it is missing');
    return row;
  }

  /** Puts a tombstone in the place of a message that is given up, when it is the next of its lane. */
  async skip(lane: string, sequence: number, tx: Tx): Promise<void> {
    const { applied } = await this.touch(lane, tx);
    if (applied === sequence - 1) await this.rows().updateOne({ _id: lane }, { $set: { applied: sequence } }, { session: tx.session });
  }

  /** How far each of the lanes is; one that has applied nothing is left out. */
  async appliedOf(lanes: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const rows = await this.rows()
      .find({ _id: { $in: [...new Set(lanes)] } })
      .toArray();
    return new Map(rows.map((row) => [row._id, row.applied]));
  }

  private rows() {
    return this.database.collection<LaneRow>('lanes');
  }
}
