import type { Job, Queue } from 'bullmq';
import { Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import type { MessagingLog } from './log.js';

export interface WatchedWorkerParts {
  readonly queue: Queue;
  readonly redis: Redis;
  readonly concurrency: number;
  readonly log: MessagingLog;
  readonly process: (job: Job) => Promise<void>;
}

/** A job of a worker that died comes back within two checks after its lock has run out: 18 s at most. */
const LOCK_MS = 10_000;
const STALLED_CHECK_MS = 4_000;
/** Beyond this BullMQ itself would fail the job; the message is set aside before (see Workers). */
const MOST_STALLED = 20;

/** A BullMQ worker that is replaced when it has stopped reading although jobs wait: a lost connection can leave one waiting for ever. */
export class WatchedWorker {
  stalled = 0;
  replaced = 0;
  private current: Worker | null = null;
  private lastSignAt = performance.now();

  constructor(private readonly parts: WatchedWorkerParts) {}

  start(): void {
    const { queue, redis, concurrency, log, process } = this.parts;
    const worker = new Worker(queue.name, (job) => this.handle(job, process), {
      connection: redis,
      prefix: queue.opts.prefix,
      concurrency,
      lockDuration: LOCK_MS,
      stalledInterval: STALLED_CHECK_MS,
      maxStalledCount: MOST_STALLED,
    });
    worker.on('error', (error) => log.warn({ queue: queue.name, error: error.message }, 'the worker had an error and goes on'));
    worker.on('stalled', () => {
      this.stalled += 1;
    });
    for (const sign of ['drained', 'completed', 'failed'] as const) worker.on(sign, () => this.sign());
    this.sign();
    this.current = worker;
  }

  /** Ends after the running jobs. */
  async stop(): Promise<void> {
    await this.current?.close();
  }

  /** The worker that reads now; for tests that stop it from reading. */
  get worker(): Worker | null {
    return this.current;
  }

  async replaceIfSilent(silentMs: number): Promise<void> {
    const silent = this.current;
    if (!silent || this.busy > 0 || performance.now() - this.lastSignAt < silentMs) return;
    if ((await this.parts.queue.getWaitingCount()) === 0) return this.sign();
    this.parts.log.error({ queue: this.parts.queue.name, silentMs }, 'a worker had stopped reading and is replaced');
    this.replaced += 1;
    this.start();
    // Not waited for: what keeps it from reading may keep it from closing.
    void silent.close(true).catch(() => undefined);
  }

  private busy = 0;

  private async handle(job: Job, process: (job: Job) => Promise<void>): Promise<void> {
    this.busy += 1;
    try {
      await process(job);
    } finally {
      this.busy -= 1;
      this.sign();
    }
  }

  private sign(): void {
    this.lastSignAt = performance.now();
  }
}
