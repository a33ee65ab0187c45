import type { Department } from '@weilend/kernel';
import type { Database, Lease, Leases, UnitOfWork } from '@weilend/mongo';
import type { ChangeStream } from 'mongodb';
import type { MessagingLog } from './log.js';
import type { Queues } from './queues.js';
import type { DeliveryRow } from './rows.js';
import { Ticker } from './ticker.js';

const LEASE_MS = 15_000;
const BATCH = 200;
/** Under load the commits of this long go out together; a single one goes out at once. */
const GATHER_MS = 15;

export interface RelayParts {
  readonly database: Database;
  readonly work: UnitOfWork;
  readonly leases: Leases;
  readonly queues: Queues;
  readonly log: MessagingLog;
}

export interface RelayOptions {
  readonly department: Department;
  readonly pollMs: number;
  readonly fastPath: boolean;
}

/**
 * Publishes pending outbox rows. The poll by status is the truth; a wake after a commit in this process and a
 * change stream for commits of other processes only make it quick. `fastPath: false` leaves the poll alone (tests).
 */
export class Relay {
  private readonly ticker: Ticker;
  private stream: ChangeStream | null = null;
  private stopped = false;
  /** The lease as this process last took it, and until when it need not ask again. */
  private held: { readonly lease: Lease; readonly renewAt: number } | null = null;

  constructor(
    private readonly parts: RelayParts,
    private readonly options: RelayOptions,
  ) {
    this.ticker = new Ticker('relay', options.pollMs, () => this.pass(), parts.log, GATHER_MS);
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
    if (this.held) await this.parts.leases.release(this.held.lease).catch(() => undefined);
  }

  /** One pass over what is pending; returns when nothing is left or the lease is elsewhere. */
  async pass(): Promise<void> {
    const full = new Set<string>();
    while (!this.stopped) {
      const lease = await this.hold();
      if (!lease || (await this.publishBatch(lease, full)) < BATCH) return;
    }
  }

  private async hold(): Promise<Lease | null> {
    if (this.held && performance.now() < this.held.renewAt) return this.held.lease;
    const renewAt = performance.now() + LEASE_MS / 3;
    const lease = await this.parts.leases.take('relay', LEASE_MS);
    this.held = lease && { lease, renewAt };
    return lease;
  }

  private async publishBatch(lease: Lease, full: Set<string>): Promise<number> {
    const outbox = this.parts.database.collection<DeliveryRow>('outbox');
    const pending = { status: 'pending' as const, ...(full.size > 0 ? { destination: { $nin: [...full] as Department[] } } : {}) };
    const rows = await outbox.find(pending).sort({ createdAt: 1, _id: 1 }).limit(BATCH).toArray();
    const outcomes = await Promise.allSettled([...byQueue(rows)].map(([, group]) => this.publishGroup(group, full)));
    const published = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? outcome.value : []));
    if (published.length > 0) await this.mark(lease, published);
    for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
    return rows.length;
  }

  /** Ids that are in the queue now; none while the destination has more waiting than it can take soon: MongoDB keeps them better than Redis. */
  private async publishGroup(group: readonly DeliveryRow[], full: Set<string>): Promise<string[]> {
    const [first] = group;
    if (!first) return [];
    if (!(await this.parts.queues.hasRoom(first.queue, first.destination))) {
      full.add(first.destination);
      this.parts.log.warn({ destination: first.destination, queue: first.queue }, 'a queue is full: its messages wait in the outbox');
      return [];
    }
    await this.parts.queues.publish(first.queue, first.destination, group);
    return group.map((row) => row._id);
  }

  /** Fenced: a process that was paused for longer than its lease marks nothing. */
  private async mark(lease: Lease, ids: readonly string[]): Promise<void> {
    const actor = { kind: 'service', service: this.options.department } as const;
    try {
      await this.parts.work.run({ actor, operation: 'mark-published' }, async (tx) => {
        await this.parts.leases.guard(lease, tx);
        await this.parts.database
          .collection<DeliveryRow>('outbox')
          .updateMany({ _id: { $in: [...ids] }, status: 'pending' }, [{ $set: { status: 'published', publishedAt: '$$NOW' } }], {
            session: tx.session,
          });
      });
    } catch (error) {
      this.held = null;
      throw error;
    }
  }

  private watch(): void {
    if (this.stopped) return;
    const stream = this.parts.database
      .collection<DeliveryRow>('outbox')
      .watch([{ $match: { operationType: 'insert' } }, { $project: { _id: 1 } }], { batchSize: 100 });
    this.stream = stream;
    stream.on('change', () => this.ticker.wake());
    stream.on('error', (error) => {
      this.parts.log.warn({ error: error.message }, 'the outbox change stream broke; the poll goes on');
      void stream.close().catch(() => undefined);
      setTimeout(() => this.watch(), 1_000).unref();
    });
  }
}

function byQueue(rows: readonly DeliveryRow[]): Map<string, DeliveryRow[]> {
  const groups = new Map<string, DeliveryRow[]>();
  for (const row of rows) {
    const key = `${row.queue}/${row.destination}`;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}
