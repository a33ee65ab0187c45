import { Inject, Injectable } from '@nestjs/common';
import { Leases } from '@weilend/mongo';
import { ServiceConfig, ServiceLog, SweepJob } from '@weilend/service';
import type { SweepWatch } from '@weilend/service';
import type { SalesConfig } from '../sales.config.js';
import { PlanDueVisits } from '../use-cases/care/plan-due-visits.use-case.js';

/** Longer than the visits of a day take. */
const LEASE_MS = 300_000;

/** Plans the visits whose day comes near. */
@Injectable()
export class VisitPlanner extends SweepJob {
  constructor(
    leases: Leases,
    private readonly planDueVisits: PlanDueVisits,
    @Inject(ServiceConfig) config: SalesConfig,
    @Inject(ServiceLog) log: ServiceLog,
  ) {
    super(leases, log, { name: 'plan-due-visits', everyMs: config.VISIT_PLAN_EVERY_MS, leaseMs: LEASE_MS });
  }

  protected async sweep(watch: SweepWatch): Promise<void> {
    const planned = await this.planDueVisits.sweep(watch);
    if (planned > 0) this.log.info({ planned }, 'visits that come near are planned');
  }
}
