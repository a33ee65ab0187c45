import type { Department } from '@weilend/kernel';
import type { Database, Lease, Leases } from '@weilend/mongo';
import type { ChangeStream } from 'mongodb';
import type { MessagingLog } from './log.js';
import type { Queues } from './queues.js';
import type { DeliveryRow } from './rows.js';
import { Ticker } from './ticker.js';

const LEASE_MS = 15_000;
const BATCH = 200;

/**
 * Publishes pending outbox rows. The poll by status is the truth; a wake after a commit in this process and a
 * change stream for commits of other processes only make it quick. `fastPath: false` leaves the poll alone (tests).
 */
export class Relay {
  private readonly ticker: Ticker;
  private stream: ChangeStream | null = null;
  private stopped = false;

  constructor(
    private readonly database: Database,
    private readonly leases: Leases,
    private readonly queues: Queues,
    private readonly log: MessagingLog,
    private readonly options: { pollMs: number; fastPath: boolean },
  ) {
    this.ticker = new Ticker('relay', options.pollMs, () => this.pass(), log);
  }

  start(): void {
    this.ticker.start();
    if (this.options.fastPath) this.watch();
  }

  wake(): void {
    if (this.options.fastPath) this.ticker.wake();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.stream?.close().catch(() => undefined);
    await this.ticker.stop();
  }

  /** One pass over what is pending; returns when nothing is left or the lease is elsewhere. */
  async pass(): Promise<void> {
    const lease = await this.leases.take('relay', LEASE_MS);
    if (!lease) return;
    while (!this.stopped && (await this.publishBatch()) === BATCH) await this.renew(lease);
  }

  private async renew(lease: Lease): Promise<void> {
    const again = await this.leases.take(lease.name, LEASE_MS);
    if (again?.fence !== lease.fence) throw new Error('the relay lease moved to another process');
  }

  private async publishBatch(): Promise<number> {
    const outbox = this.database.collection<DeliveryRow>('outbox');
    const rows = await outbox.find({ status: 'pending' }).sort({ createdAt: 1, _id: 1 }).limit(BATCH).toArray();
    for (const [key, group] of byQueue(rows)) {
      const [kind, department] = key.split('/') as ['events' | 'handoffs', Department];
      await this.queues.publish(kind, department, group);
      await outbox.updateMany({ _id: { $in: group.map((row) => row._id) }, status: 'pending' }, [
        { $set: { status: 'published', publishedAt: '$$NOW' } },
      ]);
    }
    return rows.length;
  }

  private watch(): void {
    if (this.stopped) return;
    const stream = this.database
      .collection<DeliveryRow>('outbox')
      .watch([{ $match: { operationType: 'insert' } }, { $project: { _id: 1 } }], { batchSize: 100 });
    this.stream = stream;
    stream.on('change', () => this.ticker.wake());
    stream.on('error', (error) => {
      this.log.warn({ error: error.message }, 'the outbox change stream broke; the poll goes on');
      setTimeout(() => this.watch(), 1_000).unref();
    });
  }
}

function byQueue(rows: readonly DeliveryRow[]): Map<string, DeliveryRow[]> {
  const groups = new Map<string, DeliveryRow[]>();
  for (const row of rows) {
    const key = `${row.queue}/${row.destination}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return groups;
}
