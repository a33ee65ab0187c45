import type { Database, Leases } from '@weilend/mongo';
import type { MessagingLog } from './log.js';
import type { Queues } from './queues.js';
import type { DeliveryRow } from './rows.js';
import { Ticker } from './ticker.js';

const LEASE_MS = 60_000;
const BATCH = 500;

/**
 * Rows published and not acknowledged for `afterMs`: a missing or completed job is added again, a failed one retried.
 * So an emptied or rolled-back Redis refills from MongoDB, and a silently ignored `add` is noticed.
 */
export class Reconciler {
  private readonly ticker: Ticker;

  constructor(
    private readonly database: Database,
    private readonly leases: Leases,
    private readonly queues: Queues,
    private readonly log: MessagingLog,
    private readonly options: { everyMs: number; afterMs: number },
  ) {
    this.ticker = new Ticker('reconciler', options.everyMs, () => this.pass(), log);
  }

  start(): void {
    this.ticker.start();
  }

  async stop(): Promise<void> {
    await this.ticker.stop();
  }

  /** One pass; each row looked at is not looked at again for `afterMs`. */
  async pass(): Promise<void> {
    if (!(await this.leases.take('reconciler', LEASE_MS))) return;
    const outbox = this.database.collection<DeliveryRow>('outbox');
    const late = { status: 'published' as const, $expr: { $lt: ['$publishedAt', { $subtract: ['$$NOW', this.options.afterMs] }] } };
    const rows = await outbox.find(late).sort({ publishedAt: 1 }).limit(BATCH).toArray();
    for (const row of rows) await this.mend(row);
    await outbox.updateMany({ _id: { $in: rows.map((row) => row._id) }, status: 'published' }, [{ $set: { publishedAt: '$$NOW' } }]);
    if (rows.length === BATCH) this.ticker.wake();
  }

  private async mend(row: DeliveryRow): Promise<void> {
    const queue = this.queues.queue(row.queue, row.destination);
    const job = await queue.getJob(row._id);
    const state = job ? await job.getState() : 'missing';
    if (job && state === 'failed') {
      await job.retry();
    } else if (state === 'missing' || state === 'completed' || state === 'unknown') {
      if (job) await job.remove();
      await this.queues.publish(row.queue, row.destination, [row]);
    } else {
      return;
    }
    this.log.warn({ delivery: row._id, state }, 'an unacknowledged message was sent again');
  }
}
