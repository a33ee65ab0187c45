import { Inject, Injectable } from '@nestjs/common';
import { Ticker } from '@weilend/messaging';
import { Leases } from '@weilend/mongo';
import { Job, ServiceConfig, ServiceLog } from '@weilend/service';
import type { SalesConfig } from '../sales.config.js';
import { ExpireProposals } from '../use-cases/enquiry/expire-proposals.use-case.js';

const LEASE = 'expire-proposals';
/** Spares the others the same work; what is done twice is done once in effect anyway. */
const LEASE_MS = 600_000;

/** Writes down which proposals ran out, once a new business date has begun. */
@Injectable()
export class ExpireProposalsJob extends Job {
  private readonly ticker: Ticker;
  private stopping = false;

  constructor(
    private readonly leases: Leases,
    private readonly expireProposals: ExpireProposals,
    @Inject(ServiceConfig) config: SalesConfig,
    @Inject(ServiceLog) private readonly log: ServiceLog,
  ) {
    super();
    this.ticker = new Ticker(LEASE, config.PROPOSAL_EXPIRY_EVERY_MS, () => this.pass(), log);
  }

  start(): void {
    this.ticker.start();
  }

  async stop(): Promise<void> {
    this.stopping = true;
    await this.ticker.stop();
  }

  private async pass(): Promise<void> {
    const lease = this.stopping ? null : await this.leases.take(LEASE, LEASE_MS);
    if (!lease) return;
    const expired = await this.expireProposals.execute(() => this.stopping).finally(() => this.leases.release(lease));
    if (expired > 0) this.log.info({ expired }, 'proposals ran out');
  }
}
