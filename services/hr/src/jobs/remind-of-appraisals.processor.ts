import { Inject, Injectable } from '@nestjs/common';
import { Leases } from '@weilend/mongo';
import { ServiceConfig, ServiceLog, SweepJob } from '@weilend/service';
import type { SweepWatch } from '@weilend/service';
import type { HrConfig } from '../hr.config.js';
import { RemindOfAppraisals } from '../use-cases/appraisal/remind-of-appraisals.use-case.js';

/** Each is told once, whoever looks. */
const LEASE_MS = 120_000;

/** Looks for self views, reviews and decisions of appeals that come due or are late. */
@Injectable()
export class RemindOfAppraisalsJob extends SweepJob {
  constructor(
    leases: Leases,
    private readonly remind: RemindOfAppraisals,
    @Inject(ServiceConfig) config: HrConfig,
    @Inject(ServiceLog) log: ServiceLog,
  ) {
    super(leases, log, { name: 'appraisal-reminders', everyMs: config.APPRAISAL_SWEEP_MS, leaseMs: LEASE_MS });
  }

  protected async sweep(watch: SweepWatch): Promise<void> {
    const told = await this.remind.execute(watch);
    if (told > 0) this.log.info({ told }, 'steps of appraisal sheets were told of');
  }
}
