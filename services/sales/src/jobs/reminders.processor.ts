import { Inject, Injectable } from '@nestjs/common';
import { Leases } from '@weilend/mongo';
import { ServiceConfig, ServiceLog, SweepJob } from '@weilend/service';
import type { SweepWatch } from '@weilend/service';
import type { SalesConfig } from '../sales.config.js';
import { RemindOfDeadlines } from '../use-cases/reminder/remind-of-deadlines.use-case.js';

/** The key of each reminder makes it once. */
const LEASE_MS = 300_000;

/** Looks for deadlines that come near or have passed. */
@Injectable()
export class RemindersJob extends SweepJob {
  constructor(
    leases: Leases,
    private readonly remind: RemindOfDeadlines,
    @Inject(ServiceConfig) config: SalesConfig,
    @Inject(ServiceLog) log: ServiceLog,
  ) {
    super(leases, log, { name: 'reminders', everyMs: config.REMINDERS_EVERY_MS, leaseMs: LEASE_MS });
  }

  protected async sweep({ isStopping }: SweepWatch): Promise<void> {
    await this.remind.execute(isStopping);
  }
}
