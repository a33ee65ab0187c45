import type { Database, Leases } from '@weilend/mongo';
import type { MessagingLog } from './log.js';
import type { Queues } from './queues.js';
import type { DeliveryRow } from './rows.js';
import { Ticker } from './ticker.js';

const LEASE_MS = 60_000;
const BATCH = 500;
const SEND_AGAIN: ReadonlySet<string> = new Set(['missing', 'completed', 'failed', 'unknown']);

/**
 * Rows published and not acknowledged for `afterMs`: a missing, completed or failed job is added again.
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
    for (const row of rows)
      await this.mend(row).catch((error: unknown) =>
        this.log.warn({ delivery: row._id, error: String(error) }, 'an unacknowledged message could not be sent again now'),
      );
    await outbox.updateMany({ _id: { $in: rows.map((row) => row._id) }, status: 'published' }, [{ $set: { publishedAt: '$$NOW' } }]);
    if (rows.length === BATCH) this.ticker.wake();
  }

  private async mend(row: DeliveryRow): Promise<void> {
    const queue = this.queues.queue(row.queue, row.destination);
    const job = await queue.getJob(row._id);
    const state = job ? await job.getState() : 'missing';
    if (!SEND_AGAIN.has(state)) return;
    // Added anew even when it failed: a retry would keep its spent attempts, and whatever else may lie in Redis under this id.
    if (job) await job.remove();
    await this.queues.publish(row.queue, row.destination, [row]);
    this.log.warn({ delivery: row._id, state }, 'an unacknowledged message was sent again');
  }
}
