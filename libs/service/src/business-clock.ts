import { BusinessClock } from '@weilend/kernel';
import type { Database, Tx } from '@weilend/mongo';

interface ClockRow {
  readonly _id: 'clock';
  readonly offsetMs: number;
  readonly step: number;
}

const FRESH_MS = 1_000;

/** Wall time in production; with `controlled`, wall time plus the offset that coordination announced. */
export class ServiceClock extends BusinessClock {
  private offsetMs = 0;
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly database: Database,
    readonly mode: 'system' | 'controlled',
  ) {
    super();
  }

  now(): Date {
    return new Date(Date.now() + this.offsetMs);
  }

  /** Follows the offset row, which a worker of this service may have moved. */
  async start(): Promise<void> {
    if (this.mode === 'system') return;
    await this.read();
    this.timer = setInterval(() => void this.read().catch(() => undefined), FRESH_MS);
    this.timer.unref();
  }

  stop(): void {
    if (this.timer) clearInterval(this.timer);
  }

  /** Applies a step of the company's clock; older steps are ignored. */
  async move(step: { offsetMs: number; step: number }, tx: Tx): Promise<void> {
    if (this.mode === 'system') return;
    const row = await this.rows().findOne({ _id: 'clock' }, { session: tx.session });
    if ((row?.step ?? 0) >= step.step) return;
    await this.rows().updateOne({ _id: 'clock' }, { $set: step }, { upsert: true, session: tx.session });
    tx.afterCommit(() => {
      this.offsetMs = step.offsetMs;
    });
  }

  /** Offset and number of the last step. */
  async position(): Promise<{ offsetMs: number; step: number }> {
    const row = await this.rows().findOne({ _id: 'clock' });
    return { offsetMs: row?.offsetMs ?? 0, step: row?.step ?? 0 };
  }

  private async read(): Promise<void> {
    this.offsetMs = (await this.position()).offsetMs;
  }

  private rows() {
    return this.database.collection<ClockRow>('clock');
  }
}
