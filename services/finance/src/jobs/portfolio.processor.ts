import { Inject, Injectable } from '@nestjs/common';
import { Ticker } from '@weilend/messaging';
import { Leases } from '@weilend/mongo';
import { Job, ServiceConfig, ServiceLog } from '@weilend/service';
import type { FinanceConfig } from '../finance.config.js';
import { CountPortfolio } from '../use-cases/count-portfolio/count-portfolio.js';

const LEASE = 'count-portfolio';
/** Longer than a large book takes; a second process would only do the same work for nothing. */
const LEASE_MS = 120_000;

/** Counts the portfolio after each day end, one process at a time. */
@Injectable()
export class PortfolioJob extends Job {
  private readonly ticker: Ticker;

  constructor(
    private readonly leases: Leases,
    private readonly count: CountPortfolio,
    @Inject(ServiceConfig) config: FinanceConfig,
    @Inject(ServiceLog) log: ServiceLog,
  ) {
    super();
    this.ticker = new Ticker('portfolio', config.DAY_END_EVERY_MS, () => this.pass(), log);
  }

  start(): void {
    this.ticker.start();
  }

  stop(): Promise<void> {
    return this.ticker.stop();
  }

  private async pass(): Promise<void> {
    const lease = await this.leases.take(LEASE, LEASE_MS);
    if (lease) await this.count.execute().finally(() => this.leases.release(lease));
  }
}
