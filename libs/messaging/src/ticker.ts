import { troubleOf } from '@weilend/kernel';
import type { MessagingLog } from './log.js';

/** Runs a pass at an interval and at once when woken; passes never overlap; an error is logged and the next pass comes. */
export class Ticker {
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> | null = null;
  private again = false;
  private endedAt = Number.NEGATIVE_INFINITY;
  private stopped = true;

  constructor(
    private readonly name: string,
    private readonly intervalMs: number,
    private readonly pass: () => Promise<void>,
    private readonly log: MessagingLog,
    /** Least time between two passes: what comes in meanwhile is taken together. */
    private readonly gatherMs = 0,
  ) {}

  start(): void {
    this.stopped = false;
    this.schedule(0);
  }

  wake(): void {
    if (this.stopped) return;
    if (this.running) this.again = true;
    else this.schedule(Math.max(0, this.endedAt + this.gatherMs - performance.now()));
  }

  /** Ends after the running pass. */
  async stop(): Promise<void> {
    this.stopped = true;
    if (this.timer) clearTimeout(this.timer);
    await this.running;
  }

  private schedule(delayMs: number): void {
    if (this.stopped) return;
    if (this.timer) clearTimeout(this.timer);
    this.timer = setTimeout(() => this.run(), delayMs);
  }

  private run(): void {
    if (this.running || this.stopped) return;
    this.running = this.pass()
      .catch((error: unknown) => this.log.warn({ ticker: this.name, error: troubleOf(error) }, 'a pass failed and will be repeated'))
      .finally(() => {
        this.running = null;
        this.endedAt = performance.now();
        const soon = this.again;
        this.again = false;
        this.schedule(soon ? this.gatherMs : this.intervalMs);
      });
  }
}
