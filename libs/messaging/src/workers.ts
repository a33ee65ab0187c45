import { envelopeSchema, laneOf, sourceOf } from '@weilend/contracts';
import type { Envelope } from '@weilend/contracts';
import type { Department } from '@weilend/kernel';
import type { Database } from '@weilend/mongo';
import { UnrecoverableError } from 'bullmq';
import type { Job } from 'bullmq';
import type { Redis } from 'ioredis';
import type { Acks } from './acks.js';
import { markAcknowledged } from './acks.js';
import type { Inbox } from './inbox.js';
import { LaneTurns } from './lane-turns.js';
import type { MessagingLog } from './log.js';
import { DELIVERY_ATTEMPTS, Queues } from './queues.js';
import type { QueueKind } from './queues.js';
import type { MessageSeal } from './seal.js';
import type { StuckDeliveries } from './stuck-deliveries.js';
import { Ticker } from './ticker.js';
import { WatchedWorker } from './watched-worker.js';

export interface WorkerParts {
  readonly redis: Redis;
  readonly queues: Queues;
  readonly seal: MessageSeal;
  readonly database: Database;
  readonly inbox: Inbox;
  readonly stuck: StuckDeliveries;
  readonly acks: Acks;
  readonly log: MessagingLog;
}

export interface WorkerOptions {
  readonly department: Department;
  readonly concurrency: number;
  readonly runWithTrace: <T>(traceparent: string | undefined, act: () => Promise<T>) => Promise<T>;
  /** How often to look whether every worker still reads, and after which silence one is replaced. */
  readonly watch: { readonly everyMs: number; readonly silentMs: number };
}

/** A message that has taken its process down this often is set aside instead of tried again. */
const MOST_STALLS = 8;

/** The BullMQ workers of one department: its events, its handoffs, and the acknowledgements of what it sent. */
export class Workers {
  private readonly running: WatchedWorker[];
  private readonly turns = new LaneTurns();
  private readonly watchdog: Ticker;

  constructor(
    private readonly parts: WorkerParts,
    private readonly options: WorkerOptions,
  ) {
    this.running = [
      this.worker('events', (message, job) => this.deliver(envelopeSchema.parse(message), job)),
      this.worker('handoffs', (message, job) => this.deliver(envelopeSchema.parse(message), job)),
      this.worker('acks', (message) => markAcknowledged(parts.database, (message as { deliveryIds: string[] }).deliveryIds)),
    ];
    this.watchdog = new Ticker('worker watchdog', options.watch.everyMs, () => this.watch(), parts.log);
  }

  start(): void {
    for (const worker of this.running) worker.start();
    this.watchdog.start();
  }

  /** Ends after the running jobs, then sends the last acknowledgements. */
  async stop(): Promise<void> {
    await this.watchdog.stop();
    await Promise.all(this.running.map((worker) => worker.stop()));
    await this.parts.acks.flush();
  }

  /** Jobs whose worker was lost, and workers that had to be replaced, since the start. */
  counts(): { readonly stalled: number; readonly replaced: number } {
    const sum = (of: (worker: WatchedWorker) => number): number => this.running.reduce((total, worker) => total + of(worker), 0);
    return { stalled: sum((worker) => worker.stalled), replaced: sum((worker) => worker.replaced) };
  }

  private async watch(): Promise<void> {
    for (const worker of this.running) await worker.replaceIfSilent(this.options.watch.silentMs);
  }

  private worker(kind: QueueKind, act: (message: unknown, job: Job) => Promise<void>): WatchedWorker {
    const { department, concurrency } = this.options;
    const { redis, queues, log } = this.parts;
    const name = Queues.queueName(kind, department);
    return new WatchedWorker({
      queue: queues.queue(kind, department),
      redis,
      concurrency,
      log,
      process: (job) => act(this.open(job, name), job),
    });
  }

  /** A job without our seal is never tried again and never touches the database. */
  private open(job: Job, queue: string): unknown {
    try {
      return this.parts.seal.open(job.data, queue);
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error);
      this.parts.log.error({ queue, job: job.id, error: text }, 'a forged job was refused');
      throw new UnrecoverableError(text);
    }
  }

  private async deliver(envelope: Envelope, job: Job): Promise<void> {
    const { inbox, acks } = this.parts;
    await this.options.runWithTrace(envelope.traceparent, async () => {
      if (job.stalledCounter > MOST_STALLS) return this.bury(envelope, new Error(`its process died ${job.stalledCounter} times`));
      try {
        await this.turns.take(laneOf(envelope), () => inbox.receive(envelope));
      } catch (error) {
        if (job.attemptsMade + 1 < DELIVERY_ATTEMPTS) throw error;
        await this.bury(envelope, error);
      }
    });
    acks.add(sourceOf(envelope), `${envelope.id}.${this.options.department}`);
  }

  private async bury(envelope: Envelope, error: unknown): Promise<void> {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const { id, type, subject } = envelope;
    this.parts.log.error(
      { message: id, type, subject, error: text },
      'a message is set aside: its lane waits until it is retried or discarded',
    );
    await this.parts.stuck.bury(envelope, error);
  }
}
