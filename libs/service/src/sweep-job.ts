import { troubleOf } from '@weilend/kernel';
import { Ticker } from '@weilend/messaging';
import type { Leases } from '@weilend/mongo';
import { Job } from './definition.js';
import type { ServiceLog } from './service-log.js';

export interface SweepPlan {
  /** Of the lease, and in the log. */
  readonly name: string;
  /** Wall time between two looks. */
  readonly everyMs: number;
  /** Longer than a sweep takes. It only spares other processes the same work: what is done twice must be done once in effect. */
  readonly leaseMs: number;
}

/** What a sweep is told, and tells. */
export interface SweepWatch {
  /** True when the process is asked to stop: the sweep should end early. */
  readonly isStopping: () => boolean;
  /** One row could not be carried on: it is set aside for this pass, and the others go on. */
  readonly onTrouble: (id: string, error: unknown) => void;
}

/** So many rows of a pass are named in the log; the others are counted. */
const MOST_NAMED = 20;

/** Background work that looks again and again for what has fallen due, in one process of the department at a time. */
export abstract class SweepJob extends Job {
  private readonly ticker: Ticker;
  private stopping = false;

  protected constructor(
    private readonly leases: Leases,
    protected readonly log: ServiceLog,
    private readonly plan: SweepPlan,
  ) {
    super();
    this.ticker = new Ticker(plan.name, plan.everyMs, () => this.pass(), log);
  }

  start(): void {
    this.ticker.start();
  }

  async stop(): Promise<void> {
    this.stopping = true;
    await this.ticker.stop();
  }

  override clockMoved(): void {
    this.wake();
  }

  /** Looks now instead of at the end of the interval: what the job waits for has happened. */
  protected wake(): void {
    this.ticker.wake();
  }

  /** One look; ends early when the process is asked to stop, and goes on past what throws. */
  protected abstract sweep(watch: SweepWatch): Promise<void>;

  private async pass(): Promise<void> {
    const lease = this.stopping ? null : await this.leases.take(this.plan.name, this.plan.leaseMs);
    if (!lease) return;
    let setAside = 0;
    const onTrouble = (id: string, error: unknown): void => {
      setAside += 1;
      const { name: sweep } = this.plan;
      if (setAside <= MOST_NAMED)
        this.log.warn({ sweep, id, error: troubleOf(error) }, 'one row could not be carried on and is tried again');
    };
    try {
      await this.sweep({ isStopping: () => this.stopping, onTrouble });
    } finally {
      if (setAside > 0) this.log.warn({ sweep: this.plan.name, setAside }, 'rows were set aside until the next pass');
      await this.leases.release(lease);
    }
  }
}
