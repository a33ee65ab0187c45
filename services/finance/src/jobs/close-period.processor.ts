import { Inject, Injectable } from '@nestjs/common';
import { Ticker } from '@weilend/messaging';
import { Leases } from '@weilend/mongo';
import { Job, ServiceConfig, ServiceLog } from '@weilend/service';
import type { FinanceConfig } from '../finance.config.js';
import { FinishPeriod } from '../use-cases/close-period/finish-period.js';

const LEASE = 'close-period';
/** Longer than the entries of a month take to be added up; a second process would only do the same work for nothing. */
const LEASE_MS = 300_000;

/** Carries months that are being closed to their end, one process at a time. */
@Injectable()
export class ClosePeriodJob extends Job {
  private readonly ticker: Ticker;

  constructor(
    private readonly leases: Leases,
    private readonly finish: FinishPeriod,
    @Inject(ServiceConfig) config: FinanceConfig,
    @Inject(ServiceLog) private readonly log: ServiceLog,
  ) {
    super();
    this.ticker = new Ticker('close period', config.DAY_END_EVERY_MS, () => this.pass(), log);
  }

  start(): void {
    this.ticker.start();
  }

  stop(): Promise<void> {
    return this.ticker.stop();
  }

  private async pass(): Promise<void> {
    const lease = await this.leases.take(LEASE, LEASE_MS);
    if (!lease) return;
    const month = await this.finish.execute().finally(() => this.leases.release(lease));
    if (month !== null) this.log.info({ month }, 'a month is closed');
  }
}
