import { troubleOf } from '@weilend/kernel';
import type { Database, Leases } from '@weilend/mongo';
import type { MessagingLog } from './log.js';
import type { Queues } from './queues.js';
import type { DeliveryRow } from './rows.js';
import { Ticker } from './ticker.js';

const LEASE_MS = 60_000;
const BATCH = 500;
/** BullMQ calls a job unknown that is missing, or that no list of the queue names any more (an old file was loaded). */
const SEND_AGAIN: ReadonlySet<string> = new Set(['unknown', 'completed', 'failed']);

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
    if (rows.length === 0) return;
    for (const group of Object.values(Object.groupBy(rows, (row) => `${row.queue}/${row.destination}`)))
      await this.mend(group ?? []).catch((error: unknown) =>
        this.log.warn(
          { destination: group?.[0]?.destination, error: troubleOf(error) },
          'unacknowledged messages could not be sent again now',
        ),
      );
    await outbox.updateMany({ _id: { $in: rows.map((row) => row._id) }, status: 'published' }, [{ $set: { publishedAt: '$$NOW' } }]);
    if (rows.length === BATCH) this.ticker.wake();
  }

  /** Looks after the rows of one queue, all at once: an emptied Redis has to be refilled by the thousand. */
  private async mend(rows: readonly DeliveryRow[]): Promise<void> {
    const [first] = rows;
    if (!first) return;
    const queue = this.queues.queue(first.queue, first.destination);
    const states = await Promise.all(rows.map(async (row) => ({ row, state: await queue.getJobState(row._id) })));
    const again = states.filter(({ state }) => SEND_AGAIN.has(state));
    if (again.length === 0) return;
    // Added anew even when it failed: a retry would keep its spent attempts, and whatever else may lie in Redis under this id.
    await Promise.all(again.map(({ row }) => queue.remove(row._id)));
    const lost = again.map(({ row }) => row);
    await this.queues.publish(first.queue, first.destination, lost);
    const counts = Object.fromEntries(
      Object.entries(Object.groupBy(again, ({ state }) => state)).map(([state, list]) => [state, list?.length]),
    );
    this.log.warn({ destination: first.destination, queue: first.queue, ...counts }, 'unacknowledged messages were sent again');
  }
}
