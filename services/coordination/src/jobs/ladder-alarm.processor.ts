import { Inject, Injectable } from '@nestjs/common';
import { troubleOf } from '@weilend/kernel';
import { ServiceClock, ServiceConfig, ServiceLog } from '@weilend/service';
import { Queue, Worker } from 'bullmq';
import type { JobsOptions } from 'bullmq';
import { Redis } from 'ioredis';
import type { CoordinationConfig } from '../coordination.config.js';
import { FireDueLevels } from '../use-cases/fire-due-levels/fire-due-levels.use-case.js';
import { LadderAlarm } from '../use-cases/ladder-alarm.port.js';

const QUEUE = 'jobs-coordination';
const ALARM: JobsOptions = { removeOnComplete: true, removeOnFail: true, attempts: 3, backoff: { type: 'exponential', delay: 500 } };

interface Connected {
  readonly redis: Redis;
  readonly queue: Queue;
  readonly worker: Worker;
}

/**
 * Delayed jobs on the department's own queue make the ladder prompt. They are speed only: the handler fires what the row in
 * the database says is due by the database's time, and a lost or early job changes nothing.
 */
@Injectable()
export class LadderAlarms extends LadderAlarm {
  private connected: Connected | null = null;

  constructor(
    private readonly clock: ServiceClock,
    @Inject(ServiceConfig) private readonly config: CoordinationConfig & { REDIS_URL: string; QUEUE_NAMESPACE: string },
    @Inject(ServiceLog) private readonly log: ServiceLog,
  ) {
    super();
  }

  /** Started by the worker process; elsewhere `set` does nothing and the sweeper fires the level. */
  start(fire: FireDueLevels): void {
    const redis = new Redis(this.config.REDIS_URL, { maxRetriesPerRequest: null });
    const options = { connection: redis, prefix: `{${this.config.QUEUE_NAMESPACE}-coordination}` };
    const queue = new Queue(QUEUE, options);
    const worker = new Worker(QUEUE, (job) => this.ring(fire, job.data as { handoffId: string }), { ...options, concurrency: 4 });
    const note = (error: Error): void => this.log.debug({ error: troubleOf(error) }, 'the alarms had an error and go on');
    redis.on('error', note);
    queue.on('error', note);
    worker.on('error', note);
    this.connected = { redis, queue, worker };
  }

  set(handoffId: string, at: Date): void {
    const delay = Math.max(0, at.getTime() - this.clock.now().getTime());
    const jobId = `ladder-${handoffId}-${at.getTime()}`;
    this.connected?.queue
      .add('ladder', { handoffId }, { ...ALARM, jobId, delay })
      .catch((error: unknown) => this.log.debug({ error: troubleOf(error) }, 'an alarm was not set; the sweeper fires the level'));
  }

  async stop(): Promise<void> {
    const { connected } = this;
    this.connected = null;
    await connected?.worker.close();
    await connected?.queue.close();
    connected?.redis.disconnect();
  }

  private async ring(fire: FireDueLevels, { handoffId }: { handoffId: string }): Promise<void> {
    const { nextLevelAt } = await fire.fire(handoffId);
    if (nextLevelAt) this.set(handoffId, nextLevelAt);
  }
}
