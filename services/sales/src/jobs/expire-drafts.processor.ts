import { Inject, Injectable } from '@nestjs/common';
import { Ticker } from '@weilend/messaging';
import { Leases } from '@weilend/mongo';
import { Job, ServiceLog } from '@weilend/service';
import { ExpireDrafts } from '../use-cases/contract/expire-drafts.use-case.js';

const EVERY_MS = 30_000;
const LEASE = 'expire-drafts';
const LEASE_MS = 60_000;

/** Looks for drafts that nobody signed in time; one process of the department at a time. */
@Injectable()
export class ExpireDraftsJob extends Job {
  private readonly ticker: Ticker;

  constructor(
    private readonly expireDrafts: ExpireDrafts,
    private readonly leases: Leases,
    @Inject(ServiceLog) private readonly log: ServiceLog,
  ) {
    super();
    this.ticker = new Ticker('expire drafts', EVERY_MS, () => this.pass(), log);
  }

  start(): void {
    this.ticker.start();
  }

  async stop(): Promise<void> {
    await this.ticker.stop();
  }

  private async pass(): Promise<void> {
    const lease = await this.leases.take(LEASE, LEASE_MS);
    if (!lease) return;
    const ended = await this.expireDrafts.execute().finally(() => this.leases.release(lease));
    if (ended > 0) this.log.info({ ended }, 'drafts that nobody signed have expired');
  }
}
