import { Inject, Injectable } from '@nestjs/common';
import { Leases } from '@weilend/mongo';
import { ServiceConfig, ServiceLog, SweepJob } from '@weilend/service';
import type { SweepWatch } from '@weilend/service';
import type { HrConfig } from '../hr.config.js';
import { RemindCareerTalks } from '../use-cases/career/remind-career-talks.use-case.js';

/** Each is told once, whoever looks. */
const LEASE_MS = 120_000;

/** Looks for career talks that come due or are overdue. */
@Injectable()
export class RemindCareerTalksJob extends SweepJob {
  constructor(
    leases: Leases,
    private readonly remind: RemindCareerTalks,
    @Inject(ServiceConfig) config: HrConfig,
    @Inject(ServiceLog) log: ServiceLog,
  ) {
    super(leases, log, { name: 'career-talks', everyMs: config.CAREER_SWEEP_MS, leaseMs: LEASE_MS });
  }

  protected async sweep(watch: SweepWatch): Promise<void> {
    const told = await this.remind.execute(watch);
    if (told > 0) this.log.info({ told }, 'career talks were told of');
  }
}
