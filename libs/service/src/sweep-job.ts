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

  /** One look; should end early when the process is asked to stop. */
  protected abstract sweep(isStopping: () => boolean): Promise<void>;

  private async pass(): Promise<void> {
    const lease = this.stopping ? null : await this.leases.take(this.plan.name, this.plan.leaseMs);
    if (!lease) return;
    await this.sweep(() => this.stopping).finally(() => this.leases.release(lease));
  }
}
