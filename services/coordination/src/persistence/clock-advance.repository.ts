import { Injectable } from '@nestjs/common';
import { Database, Repository, VersionConflict } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import type { ClockAdvance } from '../domain/clock/clock-steps.js';
import { clockAdvanceCollection } from './clock-advance.schema.js';

const DUPLICATE_KEY = 11_000;

@Injectable()
export class ClockAdvances extends Repository<ClockAdvance> {
  constructor(private readonly database: Database) {
    super(database, clockAdvanceCollection, 'clock advance');
  }

  running(tx: Tx): Promise<ClockAdvance | null> {
    return this.findOne({ state: 'RUNNING' }, tx);
  }

  /** The running advance outside of any transaction: the driver asks this often. */
  async runningNow(): Promise<{ id: string; step: number } | null> {
    const row = await this.model.collection.findOne({ state: 'RUNNING' });
    return row ? { id: String(row._id), step: Number(row['step']) } : null;
  }

  /** Inserts; the second of two that begin at once is a conflict that is read and decided again. */
  async begin(advance: ClockAdvance, tx: Tx): Promise<ClockAdvance> {
    try {
      return await this.insert(advance, tx);
    } catch (error) {
      if ((error as { code?: unknown }).code === DUPLICATE_KEY) throw new VersionConflict(clockAdvanceCollection.name, advance.id);
      throw error;
    }
  }

  /** Departments that have not yet acknowledged a step of the clock; empty when all have. */
  async waitingFor(subject: string, step: number): Promise<string[]> {
    const rows = await this.database
      .collection<{ _id: string; destination: string; status: string }>('outbox')
      .find({ 'envelope.subject': subject, 'envelope.data.step': step, status: { $ne: 'acked' } } as never, {
        projection: { destination: 1 },
      })
      .toArray();
    return rows.map((row) => row.destination).sort();
  }

  /** True when nothing that coordination said is still on its way and nothing has reached it for `quietMs`. */
  async lanesAreQuiet(quietMs: number): Promise<boolean> {
    const onItsWay = await this.database
      .collection('outbox')
      .findOne({ status: { $in: ['pending', 'published'] } } as never, { projection: { _id: 1 } });
    if (onItsWay) return false;
    const [newest] = await this.database
      .collection('event_log')
      .find({}, { projection: { receivedAt: 1 } })
      .sort({ receivedAt: -1 })
      .limit(1)
      .toArray();
    const receivedAt = (newest?.['receivedAt'] as Date | undefined)?.getTime() ?? 0;
    return (await this.database.now()).getTime() - receivedAt >= quietMs;
  }
}
