import type { Envelope } from '@weilend/contracts';
import { envelopeSchema, sourceOf } from '@weilend/contracts';
import type { Department } from '@weilend/kernel';
import type { Database } from '@weilend/mongo';
import { Worker } from 'bullmq';
import type { Job } from 'bullmq';
import type { Redis } from 'ioredis';
import type { Acks } from './acks.js';
import { markAcknowledged } from './acks.js';
import type { Inbox } from './inbox.js';
import type { MessagingLog } from './log.js';
import { DELIVERY_ATTEMPTS, Queues } from './queues.js';

export interface WorkerOptions {
  readonly department: Department;
  readonly concurrency: number;
  readonly runWithTrace: <T>(traceparent: string | undefined, act: () => Promise<T>) => Promise<T>;
}

/** The BullMQ workers of one department: its events, its handoffs, and the acknowledgements of what it sent. */
export class Workers {
  private readonly running: Worker[] = [];

  constructor(
    private readonly redis: Redis,
    private readonly queues: Queues,
    private readonly database: Database,
    private readonly inbox: Inbox,
    private readonly acks: Acks,
    private readonly log: MessagingLog,
    private readonly options: WorkerOptions,
  ) {}

  start(): void {
    this.run('events', (job) => this.deliver(job));
    this.run('handoffs', (job) => this.deliver(job));
    this.run('acks', async (job) => markAcknowledged(this.database, (job.data as { deliveryIds: string[] }).deliveryIds));
  }

  /** Ends after the running jobs, then sends the last acknowledgements. */
  async stop(): Promise<void> {
    await Promise.all(this.running.map((worker) => worker.close()));
    await this.acks.flush();
  }

  private run(kind: 'events' | 'handoffs' | 'acks', act: (job: Job) => Promise<void>): void {
    const { department, concurrency } = this.options;
    const worker = new Worker(Queues.queueName(kind, department), act, {
      connection: this.redis,
      prefix: this.queues.prefix(department),
      concurrency,
      lockDuration: 15_000,
      stalledInterval: 5_000,
      maxStalledCount: 10,
    });
    worker.on('error', (error) => this.log.warn({ worker: kind, error: error.message }, 'the worker had an error and goes on'));
    this.running.push(worker);
  }

  private async deliver(job: Job): Promise<void> {
    const envelope: Envelope = envelopeSchema.parse(job.data);
    await this.options.runWithTrace(envelope.traceparent, async () => {
      try {
        await this.inbox.receive(envelope);
      } catch (error) {
        if (job.attemptsMade + 1 < DELIVERY_ATTEMPTS) throw error;
        const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
        this.log.error(
          { message: envelope.id, type: envelope.type, subject: envelope.subject, error: text },
          'a message is set aside: its lane waits until it is retried or discarded',
        );
        await this.inbox.bury(envelope, text);
      }
    });
    this.acks.add(sourceOf(envelope), `${envelope.id}.${this.options.department}`);
  }
}
