import { Inject, Injectable } from '@nestjs/common';
import { Ticker } from '@weilend/messaging';
import { Leases } from '@weilend/mongo';
import { Job, ServiceConfig, ServiceLog } from '@weilend/service';
import type { FinanceConfig } from '../finance.config.js';
import { RunCollectionDay } from '../use-cases/run-collection-day/run-collection-day.use-case.js';

const LEASE = 'collections';
/** Spares the others the same work; what is done twice is done once in effect anyway. */
const LEASE_MS = 600_000;

/** Does the work of collections once a new business date has begun; looked for as often as day ends are. */
@Injectable()
export class CollectionsJob extends Job {
  private readonly ticker: Ticker;
  private stopping = false;

  constructor(
    private readonly leases: Leases,
    private readonly runCollectionDay: RunCollectionDay,
    @Inject(ServiceConfig) config: FinanceConfig,
    @Inject(ServiceLog) log: ServiceLog,
  ) {
    super();
    this.ticker = new Ticker(LEASE, config.DAY_END_EVERY_MS, () => this.pass(), log);
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
    try {
      await this.runCollectionDay.execute(() => this.stopping);
    } finally {
      await this.leases.release(lease);
    }
  }
}
