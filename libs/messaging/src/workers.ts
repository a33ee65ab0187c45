import { envelopeSchema, laneOf, sourceOf } from '@weilend/contracts';
import type { Envelope } from '@weilend/contracts';
import type { Department } from '@weilend/kernel';
import type { Database } from '@weilend/mongo';
import { UnrecoverableError, Worker } from 'bullmq';
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

export interface WorkerParts {
  readonly redis: Redis;
  readonly queues: Queues;
  readonly seal: MessageSeal;
  readonly database: Database;
  readonly inbox: Inbox;
  readonly acks: Acks;
  readonly log: MessagingLog;
}

export interface WorkerOptions {
  readonly department: Department;
  readonly concurrency: number;
  readonly runWithTrace: <T>(traceparent: string | undefined, act: () => Promise<T>) => Promise<T>;
}

/** The BullMQ workers of one department: its events, its handoffs, and the acknowledgements of what it sent. */
export class Workers {
  private readonly running: Worker[] = [];
  private readonly turns = new LaneTurns();

  constructor(
    private readonly parts: WorkerParts,
    private readonly options: WorkerOptions,
  ) {}

  start(): void {
    this.run('events', (message, job) => this.deliver(envelopeSchema.parse(message), job));
    this.run('handoffs', (message, job) => this.deliver(envelopeSchema.parse(message), job));
    this.run('acks', (message) => markAcknowledged(this.parts.database, (message as { deliveryIds: string[] }).deliveryIds));
  }

  /** Ends after the running jobs, then sends the last acknowledgements. */
  async stop(): Promise<void> {
    await Promise.all(this.running.map((worker) => worker.close()));
    await this.parts.acks.flush();
  }

  private run(kind: QueueKind, act: (message: unknown, job: Job) => Promise<void>): void {
    const { department, concurrency } = this.options;
    const { redis, queues, log } = this.parts;
    const name = Queues.queueName(kind, department);
    const worker = new Worker(name, (job) => act(this.open(job, name), job), {
      connection: redis,
      prefix: queues.prefix(department),
      concurrency,
      lockDuration: 15_000,
      stalledInterval: 5_000,
      maxStalledCount: 10,
    });
    worker.on('error', (error) => log.warn({ worker: kind, error: error.message }, 'the worker had an error and goes on'));
    this.running.push(worker);
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
    await this.parts.inbox.bury(envelope, text);
  }
}
