// Mischief in the queues themselves: sealed jobs are delivered twice under other ids, or in another order. Nothing is forged.
import { Queue } from 'bullmq';
import type { Job } from 'bullmq';
import { Redis } from 'ioredis';
import { pause } from '../../../infra/local/commands.ts';
import { redisUrl } from '../../../infra/local/redis.ts';

export interface KnownJob {
  readonly queue: string;
  readonly department: string;
  readonly name: string;
  readonly data: unknown;
  readonly id: string;
}

const OPTIONS = { attempts: 6, backoff: { type: 'exponential', delay: 250 }, removeOnComplete: true, removeOnFail: false };
const GATHER_MS = 1_200;
const REMEMBERED = 300;
const OLD_ONES = 5;

export class QueueMischief {
  readonly #redis: Redis;
  readonly #known: KnownJob[] = [];
  #copies = 0;

  constructor(port: number, password: string) {
    this.#redis = new Redis(redisUrl(port, password), { maxRetriesPerRequest: 1, connectTimeout: 2_000 });
    this.#redis.on('error', () => undefined);
  }

  close(): void {
    this.#redis.disconnect();
  }

  flush(): Promise<string> {
    return this.#redis.flushall();
  }

  /** Delivers what waits for a department so many times more, and some jobs of earlier. @returns how many copies */
  async duplicate(department: string, times: number): Promise<number> {
    const before = this.#copies;
    await this.#whileHeld(department, async (queue, jobs) => {
      for (const job of [...jobs, ...this.#earlier(queue.name)])
        for (let copy = 0; copy < times; copy += 1) {
          this.#copies += 1;
          await queue.add(job.name, job.data, { ...OPTIONS, jobId: `copy-${this.#copies}-${String(job.id)}` });
        }
    });
    return this.#copies - before;
  }

  /** Takes out what waits for a department and puts it back later, last one first. @returns how many jobs */
  async reorder(department: string, laterMs: number): Promise<number> {
    let moved = 0;
    await this.#whileHeld(department, async (queue, jobs) => {
      if (jobs.length === 0) return;
      for (const job of jobs) await job.remove();
      await queue.resume();
      await pause(laterMs);
      for (const job of [...jobs].reverse()) await queue.add(job.name, job.data, { ...OPTIONS, jobId: String(job.id) });
      moved += jobs.length;
    });
    return moved;
  }

  /** Holds the department's queues until something waits in them. */
  async #whileHeld(department: string, act: (queue: Queue, jobs: Job[]) => Promise<void>): Promise<void> {
    for (const kind of ['events', 'handoffs']) {
      const queue = new Queue(`${kind}-${department}`, { connection: this.#redis, prefix: `{weilend-${department}}` });
      queue.on('error', () => undefined);
      try {
        await queue.pause();
        await pause(GATHER_MS);
        const jobs = (await queue.getJobs(['wait', 'prioritized'])).filter((job): job is Job => job?.id !== undefined);
        this.#remember(queue.name, department, jobs);
        await act(queue, jobs);
      } finally {
        await queue.resume().catch(() => undefined);
        await queue.close().catch(() => undefined);
      }
    }
  }

  #remember(queue: string, department: string, jobs: readonly Job[]): void {
    for (const { name, data, id } of jobs) this.#known.push({ queue, department, name, data: data as unknown, id: String(id) });
    this.#known.splice(0, Math.max(0, this.#known.length - REMEMBERED));
  }

  #earlier(queue: string): KnownJob[] {
    return this.#known.filter((job) => job.queue === queue).slice(0, OLD_ONES);
  }
}
