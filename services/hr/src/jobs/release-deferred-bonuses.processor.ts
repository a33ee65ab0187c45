import { Inject, Injectable } from '@nestjs/common';
import { Leases } from '@weilend/mongo';
import { ServiceConfig, ServiceLog, SweepJob } from '@weilend/service';
import type { SweepWatch } from '@weilend/service';
import type { HrConfig } from '../hr.config.js';
import { ReleaseDeferredBonuses } from '../use-cases/bonus/release-deferred-bonuses.use-case.js';
import { DueWork } from '../use-cases/due-work.js';

/** What is released is released once. */
const LEASE_MS = 600_000;

/** Releases deferred bonuses whose day has come when finance has told the end of a day, and looks for them by itself. */
@Injectable()
export class ReleaseDeferredBonusesJob extends SweepJob {
  constructor(
    leases: Leases,
    private readonly release: ReleaseDeferredBonuses,
    dueWork: DueWork,
    @Inject(ServiceConfig) config: HrConfig,
    @Inject(ServiceLog) log: ServiceLog,
  ) {
    super(leases, log, { name: 'release-deferred-bonuses', everyMs: config.BONUS_RELEASE_EVERY_MS, leaseMs: LEASE_MS });
    dueWork.on('day-ended', () => this.wake());
  }

  protected async sweep(watch: SweepWatch): Promise<void> {
    const released = await this.release.execute(watch);
    if (released > 0) this.log.info({ released }, 'deferred bonuses were released');
  }
}
