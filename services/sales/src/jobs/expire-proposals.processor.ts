import { Inject, Injectable } from '@nestjs/common';
import { Leases } from '@weilend/mongo';
import { ServiceConfig, ServiceLog, SweepJob } from '@weilend/service';
import type { SweepWatch } from '@weilend/service';
import type { SalesConfig } from '../sales.config.js';
import { ExpireProposals } from '../use-cases/enquiry/expire-proposals.use-case.js';

/** What ran out is written down once. */
const LEASE_MS = 600_000;

/** Writes down which proposals ran out, once a new business date has begun. */
@Injectable()
export class ExpireProposalsJob extends SweepJob {
  constructor(
    leases: Leases,
    private readonly expireProposals: ExpireProposals,
    @Inject(ServiceConfig) config: SalesConfig,
    @Inject(ServiceLog) log: ServiceLog,
  ) {
    super(leases, log, { name: 'expire-proposals', everyMs: config.PROPOSAL_EXPIRY_EVERY_MS, leaseMs: LEASE_MS });
  }

  protected async sweep(watch: SweepWatch): Promise<void> {
    const expired = await this.expireProposals.execute(watch);
    if (expired > 0) this.log.info({ expired }, 'proposals ran out');
  }
}
