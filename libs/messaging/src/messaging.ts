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
import { StuckDeliveries } from './stuck-deliveries.js';
import { readFigures } from './figures.js';
import type { DeliveryFigures } from './figures.js';
import { Workers } from './workers.js';

export interface MessagingParts {
  readonly database: Database;
  readonly work: UnitOfWork;
  readonly outbox: Outbox;
  readonly handoffs: Handoffs;
  readonly stuck: StuckDeliveries;
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
  /** How long a message may wait or be parked before coordination is told. */
  readonly stuckAfterMs?: number;
  readonly watchdogEveryMs?: number;
  readonly watchdogSilentMs?: number;
  /** Waiting jobs above which a queue gets no further ones. */
  readonly highWater?: number;
  readonly runWithTrace?: <T>(traceparent: string | undefined, act: () => Promise<T>) => Promise<T>;
}

export type MessagingFigures = DeliveryFigures & { readonly stalled: number; readonly replaced: number };

/** Everything a worker process runs between the outbox of its department and the inboxes of the others. */
export class Messaging {
  readonly queues: Queues;
  readonly inbox: Inbox;
  readonly relay: Relay;
  readonly reconciler: Reconciler;
  private readonly workers: Workers;
  private readonly sweeper: Ticker;
  private readonly alarm: Ticker;

  constructor(
    private readonly parts: MessagingParts,
    consumers: readonly AnyConsumer[],
    options: MessagingOptions,
  ) {
    const { database, work, handoffs, stuck, leases, redis, seal, log, outbox } = parts;
    const { department } = options;
    this.queues = new Queues(redis, seal, options.namespace, options.highWater);
    const acks = new Acks(this.queues, log);
    this.inbox = new Inbox({ database, work, consumers: new ConsumerRegistry(consumers), handoffs, stuck, department });
    const relayParts = { database, work, leases, queues: this.queues, log };
    this.relay = new Relay(relayParts, { department, pollMs: options.pollMs ?? 2_000, fastPath: options.fastPath ?? true });
    this.reconciler = new Reconciler(database, leases, this.queues, log, {
      everyMs: options.reconcileEveryMs ?? 10_000,
      afterMs: options.reconcileAfterMs ?? 20_000,
    });
    this.sweeper = new Ticker('inbox sweep', options.sweepMs ?? 2_000, () => this.inbox.sweep(), log);
    const stuckAfterMs = options.stuckAfterMs ?? 600_000;
    this.alarm = new Ticker('stuck deliveries', Math.min(30_000, stuckAfterMs), () => stuck.alarm(stuckAfterMs), log);
    const workerParts = { redis, queues: this.queues, seal, database, inbox: this.inbox, stuck, acks, log };
    this.workers = new Workers(workerParts, {
      department,
      concurrency: options.concurrency ?? 8,
      runWithTrace: options.runWithTrace ?? ((_traceparent, act) => act()),
      watch: { everyMs: options.watchdogEveryMs ?? 10_000, silentMs: options.watchdogSilentMs ?? 30_000 },
    });
    outbox.onCommitted(() => this.relay.wake());
  }

  start(): void {
    this.relay.start();
    this.reconciler.start();
    this.sweeper.start();
    this.alarm.start();
    this.workers.start();
  }

  /** What operations watch: how much is on its way, for how long, and what does not get on. */
  async figures(): Promise<MessagingFigures> {
    return { ...(await readFigures(this.parts.database)), ...this.workers.counts() };
  }

  /** Workers drain first; what they leave in the outbox waits for the next relay. The database and Redis are closed by the caller. */
  async stop(): Promise<void> {
    await this.workers.stop();
    await this.alarm.stop();
    await this.sweeper.stop();
    await this.reconciler.stop();
    await this.relay.stop();
    await this.queues.close();
  }
}

/** What a department writes messages with, for processes that only write (ROLE=api) and for workers. */
export function makeOutbox(
  parts: { database: Database; work: UnitOfWork; clock: BusinessClock; department: Department },
  currentTraceparent: () => string | undefined = () => undefined,
): { outbox: Outbox; handoffs: Handoffs; stuck: StuckDeliveries } {
  const { database, work, clock, department } = parts;
  const outbox = new Outbox(database, clock, { department, currentTraceparent });
  const handoffs = new Handoffs(database, outbox, clock, department);
  return { outbox, handoffs, stuck: new StuckDeliveries({ database, work, outbox, department }) };
}
