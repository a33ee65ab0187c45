import { Inject, Injectable } from '@nestjs/common';
import { BusinessClock } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { Leases } from '@weilend/mongo';
import { ServiceConfig, ServiceLog, SweepJob } from '@weilend/service';
import type { SweepWatch } from '@weilend/service';
import type { HrConfig } from '../hr.config.js';
import { RenewHonours } from '../use-cases/honour/renew-honours.use-case.js';
import { DueWork } from '../use-cases/due-work.js';

/** There is one of each honour and period, whoever proposes it. */
const LEASE_MS = 120_000;

/** Proposes the honours of quarters that were closed, and looks once a day whether a list that waits has moved on. */
@Injectable()
export class RenewHonoursJob extends SweepJob {
  private renewedOn: LocalDate | null = null;

  constructor(
    leases: Leases,
    private readonly honours: RenewHonours,
    private readonly clock: BusinessClock,
    dueWork: DueWork,
    @Inject(ServiceConfig) config: HrConfig,
    @Inject(ServiceLog) log: ServiceLog,
  ) {
    super(leases, log, { name: 'honours', everyMs: config.CAREER_SWEEP_MS, leaseMs: LEASE_MS });
    dueWork.on('quarter-closed', () => this.wake());
  }

  protected async sweep(watch: SweepWatch): Promise<void> {
    const proposed = await this.honours.proposeClosed(watch);
    const today = this.clock.today();
    const renewed = this.renewedOn === today ? 0 : await this.honours.renewWaiting(watch);
    this.renewedOn = today;
    if (proposed + renewed > 0) this.log.info({ proposed, renewed }, 'honours were proposed');
  }
}
