import { troubleOf } from '@weilend/kernel';
import type { Department } from '@weilend/kernel';
import type { Database } from '@weilend/mongo';
import type { MessagingLog } from './log.js';
import type { Queues } from './queues.js';
import type { DeliveryRow } from './rows.js';

const FLUSH_MS = 100;

/** Collects acknowledgements and sends them in batches; a lost one is asked for again by the producer's reconciler. */
export class Acks {
  private readonly waiting = new Map<Department, string[]>();
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly queues: Queues,
    private readonly log: MessagingLog,
  ) {}

  add(producer: Department, deliveryId: string): void {
    this.waiting.set(producer, [...(this.waiting.get(producer) ?? []), deliveryId]);
    this.timer ??= setTimeout(() => void this.flush(), FLUSH_MS);
  }

  async flush(): Promise<void> {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    const batches = [...this.waiting];
    this.waiting.clear();
    for (const [producer, deliveryIds] of batches) {
      await this.queues
        .acknowledge(producer, deliveryIds)
        .catch((error: unknown) =>
          this.log.warn({ error: troubleOf(error) }, 'acknowledgements were not sent; the producer will ask again'),
        );
    }
  }
}

/** Marks deliveries as durable at their destination. */
export async function markAcknowledged(database: Database, deliveryIds: readonly string[]): Promise<void> {
  await database
    .collection<DeliveryRow>('outbox')
    .updateMany({ _id: { $in: [...deliveryIds] } }, [{ $set: { status: 'acked', ackedAt: '$$NOW' } }]);
}
