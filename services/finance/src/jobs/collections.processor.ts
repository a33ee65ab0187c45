import { Inject, Injectable } from '@nestjs/common';
import { Leases } from '@weilend/mongo';
import { ServiceConfig, ServiceLog, SweepJob } from '@weilend/service';
import type { SweepWatch } from '@weilend/service';
import type { FinanceConfig } from '../finance.config.js';
import { RunCollectionDay } from '../use-cases/run-collection-day/run-collection-day.use-case.js';

/** What is done twice is done once in effect. */
const LEASE_MS = 600_000;

/** Does the work of collections once a new business date has begun; looked for as often as day ends are. */
@Injectable()
export class CollectionsJob extends SweepJob {
  constructor(
    leases: Leases,
    private readonly runCollectionDay: RunCollectionDay,
    @Inject(ServiceConfig) config: FinanceConfig,
    @Inject(ServiceLog) log: ServiceLog,
  ) {
    super(leases, log, { name: 'collections', everyMs: config.DAY_END_EVERY_MS, leaseMs: LEASE_MS });
  }

  protected async sweep({ isStopping }: SweepWatch): Promise<void> {
    await this.runCollectionDay.execute(isStopping);
  }
}
