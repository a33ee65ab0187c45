import { Inject, Injectable } from '@nestjs/common';
import { Ticker } from '@weilend/messaging';
import { Leases } from '@weilend/mongo';
import { Job, ServiceConfig, ServiceLog } from '@weilend/service';
import type { SalesConfig } from '../sales.config.js';
import { RegradeDue } from '../use-cases/grading/regrade-due.use-case.js';

const LEASE = 'regrade';
/** Spares the others the same work; what is done twice is done once in effect anyway. */
const LEASE_MS = 600_000;

/** Grades customers whose grade is too old or from an earlier scorecard, one process at a time. */
@Injectable()
export class RegradeJob extends Job {
  private readonly ticker: Ticker;
  private stopping = false;

  constructor(
    private readonly leases: Leases,
    private readonly regradeDue: RegradeDue,
    @Inject(ServiceConfig) config: SalesConfig,
    @Inject(ServiceLog) private readonly log: ServiceLog,
  ) {
    super();
    this.ticker = new Ticker(LEASE, config.REGRADE_EVERY_MS, () => this.pass(), log);
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
      const graded = await this.regradeDue.execute({
        isStopping: () => this.stopping,
        onTrouble: (customerId, error) => this.log.warn({ customerId, error: String(error) }, 'a customer could not be graded now'),
      });
      if (graded > 0) this.log.info({ graded }, 'customers were graded again');
    } finally {
      await this.leases.release(lease);
    }
  }
}
