import type { BusinessClock, Department } from '@weilend/kernel';
import type { Database, Leases, UnitOfWork } from '@weilend/mongo';
import type { Redis } from 'ioredis';
import { Acks } from './acks.js';
import { ConsumerRegistry } from './consumer.js';
import type { AnyConsumer } from './consumer.js';
import { Handoffs } from './handoffs.js';
import { Inbox } from './inbox.js';
import type { MessagingLog } from './log.js';
import { Outbox } from './outbox.js';
import { Queues } from './queues.js';
import { Reconciler } from './reconciler.js';
import { Relay } from './relay.js';
import { Ticker } from './ticker.js';
import type { MessageSeal } from './seal.js';
import { Workers } from './workers.js';

export interface MessagingParts {
  readonly database: Database;
  readonly work: UnitOfWork;
  readonly outbox: Outbox;
  readonly handoffs: Handoffs;
  readonly leases: Leases;
  readonly redis: Redis;
  readonly seal: MessageSeal;
  readonly log: MessagingLog;
}

export interface MessagingOptions {
  readonly department: Department;
  readonly namespace?: string;
  readonly concurrency?: number;
  readonly pollMs?: number;
  readonly sweepMs?: number;
  readonly reconcileEveryMs?: number;
  readonly reconcileAfterMs?: number;
  /** false leaves only the polls, so that tests exercise the sweep. */
  readonly fastPath?: boolean;
  readonly runWithTrace?: <T>(traceparent: string | undefined, act: () => Promise<T>) => Promise<T>;
}

/** Everything a worker process runs between the outbox of its department and the inboxes of the others. */
export class Messaging {
  readonly queues: Queues;
  readonly inbox: Inbox;
  readonly relay: Relay;
  readonly reconciler: Reconciler;
  private readonly workers: Workers;
  private readonly sweeper: Ticker;

  constructor(parts: MessagingParts, consumers: readonly AnyConsumer[], options: MessagingOptions) {
    const { database, work, handoffs, leases, redis, seal, log, outbox } = parts;
    const { department } = options;
    this.queues = new Queues(redis, seal, options.namespace);
    const acks = new Acks(this.queues, log);
    this.inbox = new Inbox(database, work, new ConsumerRegistry(consumers), handoffs, { department });
    this.relay = new Relay(database, leases, this.queues, log, { pollMs: options.pollMs ?? 2_000, fastPath: options.fastPath ?? true });
    this.reconciler = new Reconciler(database, leases, this.queues, log, {
      everyMs: options.reconcileEveryMs ?? 10_000,
      afterMs: options.reconcileAfterMs ?? 20_000,
    });
    this.sweeper = new Ticker('inbox sweep', options.sweepMs ?? 2_000, () => this.inbox.sweep(), log);
    const workerParts = { redis, queues: this.queues, seal, database, inbox: this.inbox, acks, log };
    this.workers = new Workers(workerParts, {
      department,
      concurrency: options.concurrency ?? 8,
      runWithTrace: options.runWithTrace ?? ((_traceparent, act) => act()),
    });
    outbox.onCommitted(() => this.relay.wake());
  }

  start(): void {
    this.relay.start();
    this.reconciler.start();
    this.sweeper.start();
    this.workers.start();
  }

  /** Workers drain first; what they leave in the outbox waits for the next relay. The database and Redis are closed by the caller. */
  async stop(): Promise<void> {
    await this.workers.stop();
    await this.sweeper.stop();
    await this.reconciler.stop();
    await this.relay.stop();
    await this.queues.close();
  }
}

/** Department and clock of an outbox with its handoffs, for processes that only write (ROLE=api) and for workers. */
export function makeOutbox(
  database: Database,
  clock: BusinessClock,
  department: Department,
  currentTraceparent: () => string | undefined = () => undefined,
): { outbox: Outbox; handoffs: Handoffs } {
  const outbox = new Outbox(database, clock, { department, currentTraceparent });
  return { outbox, handoffs: new Handoffs(database, outbox, clock, department) };
}
