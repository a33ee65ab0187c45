import { Inject, Injectable } from '@nestjs/common';
import { Leases } from '@weilend/mongo';
import { ServiceConfig, ServiceLog, SweepJob } from '@weilend/service';
import type { FinanceConfig } from '../finance.config.js';
import { FinishPeriod } from '../use-cases/close-period/finish-period.js';

/** Longer than the entries of a month take to be added up. */
const LEASE_MS = 300_000;

/** Carries months that are being closed to their end. */
@Injectable()
export class ClosePeriodJob extends SweepJob {
  constructor(
    leases: Leases,
    private readonly finish: FinishPeriod,
    @Inject(ServiceConfig) config: FinanceConfig,
    @Inject(ServiceLog) log: ServiceLog,
  ) {
    super(leases, log, { name: 'close-period', everyMs: config.DAY_END_EVERY_MS, leaseMs: LEASE_MS });
  }

  protected async sweep(): Promise<void> {
    const month = await this.finish.execute();
    if (month !== null) this.log.info({ month }, 'a month is closed');
  }
}
