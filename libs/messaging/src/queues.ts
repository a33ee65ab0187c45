import type { Department } from '@weilend/kernel';
import { Queue } from 'bullmq';
import type { JobsOptions } from 'bullmq';
import type { Redis } from 'ioredis';
import type { DeliveryRow } from './rows.js';
import type { MessageSeal } from './seal.js';

/** Attempts of one job before the message is set aside as a dead letter. */
export const DELIVERY_ATTEMPTS = 6;

const DELIVERY: JobsOptions = {
  attempts: DELIVERY_ATTEMPTS,
  backoff: { type: 'exponential', delay: 250, jitter: 0.5 },
  removeOnComplete: true,
  removeOnFail: false,
};
/** A queue with more waiting jobs than this gets no further ones: about 100 MB of Redis; the outbox keeps the rest. */
const HIGH_WATER = 50_000;
/** So long an answer about a queue's room holds. */
const ROOM_KNOWN_MS = 500;
const ACKS: JobsOptions = { attempts: 3, removeOnComplete: true, removeOnFail: true };

export type QueueKind = 'events' | 'handoffs' | 'acks';

/** Queues of all departments by name; the key prefix is hash-tagged per department for Redis Cluster. */
export class Queues {
  private readonly open = new Map<string, Queue>();
  private readonly room = new Map<string, { readonly has: boolean; readonly askAgainAt: number }>();

  constructor(
    private readonly redis: Redis,
    private readonly seal: MessageSeal,
    private readonly namespace = 'weilend',
    private readonly highWater = HIGH_WATER,
  ) {}

  static queueName(kind: QueueKind, department: Department): string {
    return `${kind}-${department}`;
  }

  prefix(department: Department): string {
    return `{${this.namespace}-${department}}`;
  }

  queue(kind: QueueKind, department: Department): Queue {
    const name = Queues.queueName(kind, department);
    const known = this.open.get(name);
    if (known) return known;
    const queue = new Queue(name, { connection: this.redis, prefix: this.prefix(department) });
    queue.on('error', () => undefined);
    this.open.set(name, queue);
    return queue;
  }

  /** Adds the deliveries of one department's queue; a job that is there already stays as it is. */
  async publish(kind: 'events' | 'handoffs', department: Department, rows: readonly DeliveryRow[]): Promise<void> {
    const name = Queues.queueName(kind, department);
    const jobs = rows.map((row) => ({
      name: row.envelope.type,
      data: this.seal.close(row.envelope, name),
      opts: { ...DELIVERY, jobId: row._id },
    }));
    await this.queue(kind, department).addBulk(jobs);
  }

  /** False while more jobs wait in the queue than its department can take soon. */
  async hasRoom(kind: 'events' | 'handoffs', department: Department): Promise<boolean> {
    const name = Queues.queueName(kind, department);
    const known = this.room.get(name);
    if (known && performance.now() < known.askAgainAt) return known.has;
    const has = (await this.queue(kind, department).getWaitingCount()) < this.highWater;
    this.room.set(name, { has, askAgainAt: performance.now() + ROOM_KNOWN_MS });
    return has;
  }

  async acknowledge(producer: Department, deliveryIds: readonly string[]): Promise<void> {
    await this.queue('acks', producer).add('acks', this.seal.close({ deliveryIds }, Queues.queueName('acks', producer)), ACKS);
  }

  async close(): Promise<void> {
    for (const queue of this.open.values()) await queue.close();
  }
}
