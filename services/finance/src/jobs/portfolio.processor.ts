import { Inject, Injectable } from '@nestjs/common';
import { Leases } from '@weilend/mongo';
import { ServiceConfig, ServiceLog, SweepJob } from '@weilend/service';
import type { FinanceConfig } from '../finance.config.js';
import { CountPortfolio } from '../use-cases/count-portfolio/count-portfolio.js';

/** Longer than a large book takes. */
const LEASE_MS = 120_000;

/** Counts the portfolio after each day end. */
@Injectable()
export class PortfolioJob extends SweepJob {
  constructor(
    leases: Leases,
    private readonly count: CountPortfolio,
    @Inject(ServiceConfig) config: FinanceConfig,
    @Inject(ServiceLog) log: ServiceLog,
  ) {
    super(leases, log, { name: 'count-portfolio', everyMs: config.DAY_END_EVERY_MS, leaseMs: LEASE_MS });
  }

  protected async sweep(): Promise<void> {
    await this.count.execute();
  }
}
