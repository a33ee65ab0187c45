import type { Envelope } from '@weilend/contracts';
import { laneOf } from '@weilend/contracts';
import { invariant } from '@weilend/kernel';
import type { Database, Tx } from '@weilend/mongo';
import type { LaneRow } from './rows.js';

/** Whether a message is the next of its lane, comes too early, or has been overtaken. */
export type Turn = 'next' | 'early' | 'old';

/** What taking a turn found; `awaited` when messages may have become due by it. */
export interface Taken {
  readonly turn: Turn;
  readonly awaited: boolean;
}

/** How far each lane (producer, subject) is applied at this department. */
export class Lanes {
  constructor(private readonly database: Database) {}

  /**
   * Decides whose turn it is and moves the lane on in the same write, so that applying and parking both write the lane's row: of two that
   * cross, one fails and tries again. A lane that has applied nothing may begin with a snapshot of any number.
   */
  async take(envelope: Envelope, tx: Tx): Promise<Taken> {
    const sequence = Number(envelope.sequence);
    const applied = { $ifNull: ['$applied', 0] };
    const isNext = { $eq: [applied, sequence - 1] };
    const begins = envelope.snapshot ? { $or: [isNext, { $eq: [applied, 0] }] } : isNext;
    const isEarly = { $and: [{ $lt: [applied, sequence - 1] }, { $not: [begins] }] };
    const next = {
      applied: { $cond: [begins, sequence, applied] },
      touched: { $add: [{ $ifNull: ['$touched', 0] }, 1] },
      awaited: { $or: [{ $ifNull: ['$awaited', false] }, isEarly] },
    };
    const before = await this.rows().findOneAndUpdate({ _id: laneOf(envelope) }, [{ $set: next }], {
      upsert: true,
      returnDocument: 'before',
      session: tx.session,
    });
    const reached = before?.applied ?? 0;
    const isTurn = sequence === reached + 1 || (envelope.snapshot === true && reached === 0);
    return { turn: isTurn ? 'next' : sequence <= reached ? 'old' : 'early', awaited: before?.awaited ?? false };
  }

  /** Notes that nothing waits in the lane or for it, unless it was written to since `touched`. */
  async noneAwaited(lane: string, touched: number): Promise<void> {
    await this.rows().updateOne({ _id: lane, touched }, { $set: { awaited: false } });
  }

  /** Writes that a message is kept in the lane or waits for it, and reads how far it is: whoever waits and whoever moves it cannot miss each other. */
  async touch(lane: string, tx: Tx): Promise<LaneRow> {
    const row = await this.rows().findOneAndUpdate(
      { _id: lane },
      { $inc: { touched: 1 }, $set: { awaited: true }, $setOnInsert: { applied: 0 } },
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

  async find(lane: string): Promise<LaneRow | null> {
    return this.rows().findOne({ _id: lane });
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
