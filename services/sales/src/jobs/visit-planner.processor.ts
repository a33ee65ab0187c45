import { Inject, Injectable } from '@nestjs/common';
import { Ticker } from '@weilend/messaging';
import { Leases } from '@weilend/mongo';
import { Job, ServiceConfig, ServiceLog } from '@weilend/service';
import type { SalesConfig } from '../sales.config.js';
import { PlanDueVisits } from '../use-cases/care/plan-due-visits.use-case.js';

const LEASE = 'plan-due-visits';
/** Longer than the visits of a day take; a second process would only do the same work for nothing. */
const LEASE_MS = 300_000;

/** Plans the visits whose day comes near, one process at a time. */
@Injectable()
export class VisitPlanner extends Job {
  private readonly ticker: Ticker;

  constructor(
    private readonly leases: Leases,
    private readonly plan: PlanDueVisits,
    @Inject(ServiceConfig) config: SalesConfig,
    @Inject(ServiceLog) private readonly log: ServiceLog,
  ) {
    super();
    this.ticker = new Ticker('visit planner', config.VISIT_PLAN_EVERY_MS, () => this.pass(), log);
  }

  start(): void {
    this.ticker.start();
  }

  stop(): Promise<void> {
    return this.ticker.stop();
  }

  private async pass(): Promise<void> {
    const lease = await this.leases.take(LEASE, LEASE_MS);
    if (!lease) return;
    const planned = await this.plan.sweep().finally(() => this.leases.release(lease));
    if (planned > 0) this.log.info({ planned }, 'visits that come near are planned');
  }
}
