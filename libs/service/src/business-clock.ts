import { BusinessClock } from '@weilend/kernel';
import type { Database, Tx } from '@weilend/mongo';

interface ClockRow {
  readonly _id: 'clock';
  readonly offsetMs: number;
  readonly step: number;
}

const FRESH_MS = 1_000;
/** What the way to the database and back may make of a reading; below it the clock is left alone, so that it never runs backward by a little. */
const TOLERANCE_MS = 250;

/**
 * Business time is the database's: one clock for all processes of the company, whatever the wall clock of a machine says. Between readings it runs on the
 * machine's monotonic clock. With `controlled` the offset that coordination announced is added.
 */
export class ServiceClock extends BusinessClock {
  private offsetMs = 0;
  /** Time of the database when the monotonic clock stood at `at`; before the first reading the wall clock's. */
  private anchor = { time: Date.now(), at: performance.now() };
  private timer: NodeJS.Timeout | null = null;
  private moved: () => void = () => undefined;

  constructor(
    private readonly database: Database,
    readonly mode: 'system' | 'controlled',
  ) {
    super();
  }

  now(): Date {
    return new Date(this.wallTime() + this.offsetMs);
  }

  /** Follows the database's clock, and the offset row, which a worker of this service may have moved. */
  async start(): Promise<void> {
    await this.read();
    this.timer = setInterval(() => void this.read().catch(() => undefined), FRESH_MS);
    this.timer.unref();
  }

  stop(): void {
    if (this.timer) clearInterval(this.timer);
  }

  /** Calls back whenever the controlled clock has jumped, in this process or in another one of the department: what fell due is due at once. */
  onMoved(moved: () => void): void {
    this.moved = moved;
  }

  /** Applies a step of the company's clock; older steps are ignored. */
  async move(step: { offsetMs: number; step: number }, tx: Tx): Promise<void> {
    if (this.mode === 'system') return;
    const row = await this.rows().findOne({ _id: 'clock' }, { session: tx.session });
    if ((row?.step ?? 0) >= step.step) return;
    await this.rows().updateOne({ _id: 'clock' }, { $set: step }, { upsert: true, session: tx.session });
    tx.afterCommit(() => this.setOffset(step.offsetMs));
  }

  /** Offset and number of the last step. */
  async position(): Promise<{ offsetMs: number; step: number }> {
    const row = await this.rows().findOne({ _id: 'clock' });
    return { offsetMs: row?.offsetMs ?? 0, step: row?.step ?? 0 };
  }

  private async read(): Promise<void> {
    const askedAt = performance.now();
    const time = (await this.database.now()).getTime();
    const answeredAt = performance.now();
    const anchor = { time, at: (askedAt + answeredAt) / 2 };
    const apartMs = Math.abs(anchor.time + (answeredAt - anchor.at) - this.wallTime());
    // An answer that was long on its way says little; it is taken only while the clock is further off than the way was long.
    if (apartMs > Math.max(TOLERANCE_MS, answeredAt - askedAt)) this.anchor = anchor;
    if (this.mode === 'controlled') this.setOffset((await this.position()).offsetMs);
  }

  private setOffset(offsetMs: number): void {
    if (offsetMs === this.offsetMs) return;
    this.offsetMs = offsetMs;
    this.moved();
  }

  private wallTime(): number {
    return Math.floor(this.anchor.time + performance.now() - this.anchor.at);
  }

  private rows() {
    return this.database.collection<ClockRow>('clock');
  }
}
