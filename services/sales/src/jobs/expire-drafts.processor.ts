import { Inject, Injectable } from '@nestjs/common';
import { Leases } from '@weilend/mongo';
import { ServiceConfig, ServiceLog, SweepJob } from '@weilend/service';
import type { SweepWatch } from '@weilend/service';
import type { SalesConfig } from '../sales.config.js';
import { ExpireDrafts } from '../use-cases/contract/expire-drafts.use-case.js';

/** A draft expires once. */
const LEASE_MS = 60_000;

/** Looks for drafts that nobody signed in time. */
@Injectable()
export class ExpireDraftsJob extends SweepJob {
  constructor(
    leases: Leases,
    private readonly expireDrafts: ExpireDrafts,
    @Inject(ServiceConfig) config: SalesConfig,
    @Inject(ServiceLog) log: ServiceLog,
  ) {
    super(leases, log, { name: 'expire-drafts', everyMs: config.DRAFT_EXPIRY_EVERY_MS, leaseMs: LEASE_MS });
  }

  protected async sweep(watch: SweepWatch): Promise<void> {
    const ended = await this.expireDrafts.execute(watch);
    if (ended > 0) this.log.info({ ended }, 'drafts that nobody signed have expired');
  }
}
