import { Inject, Injectable } from '@nestjs/common';
import { Leases } from '@weilend/mongo';
import { ServiceConfig, ServiceLog, SweepJob } from '@weilend/service';
import type { SweepWatch } from '@weilend/service';
import type { RiskConfig } from '../risk.config.js';
import { RemindAlerts } from '../use-cases/alert/remind-alerts.use-case.js';
import { AgeLateLoans } from '../use-cases/early-warning/age-late-loans.use-case.js';
import { EscalateWatches } from '../use-cases/watch/escalate-watches.use-case.js';

/** Each is told once, whoever looks. */
const LEASE_MS = 120_000;

/** Looks for alerts and watched customers whose deadline comes near or has passed, and for late loans that a rule has to look at again. */
@Injectable()
export class WatchDeadlinesJob extends SweepJob {
  constructor(
    leases: Leases,
    private readonly remindAlerts: RemindAlerts,
    private readonly escalateWatches: EscalateWatches,
    private readonly ageLateLoans: AgeLateLoans,
    @Inject(ServiceConfig) config: RiskConfig,
    @Inject(ServiceLog) log: ServiceLog,
  ) {
    super(leases, log, { name: 'risk-deadlines', everyMs: config.DEADLINE_SWEEP_MS, leaseMs: LEASE_MS });
  }

  protected async sweep(watch: SweepWatch): Promise<void> {
    const alerts = await this.remindAlerts.execute(watch);
    const watches = await this.escalateWatches.execute(watch);
    const loans = await this.ageLateLoans.execute(watch);
    if (alerts + watches + loans > 0) this.log.info({ alerts, watches, loans }, 'deadlines were told of, days of late loans counted');
  }
}
