import { Inject, Injectable } from '@nestjs/common';
import { Ticker } from '@weilend/messaging';
import { Leases } from '@weilend/mongo';
import { Job, ServiceLog } from '@weilend/service';
import { LapseDecisions } from '../use-cases/decision/lapse-decisions.use-case.js';

const EVERY_MS = 5_000;
const LEASE_MS = 60_000;

/** Looks for approvals that have run out; one process of the department at a time. */
@Injectable()
export class LapseExpired extends Job {
  private readonly ticker: Ticker;

  constructor(
    private readonly lapseDecisions: LapseDecisions,
    private readonly leases: Leases,
    @Inject(ServiceLog) private readonly log: ServiceLog,
  ) {
    super();
    this.ticker = new Ticker('lapse expired approvals', EVERY_MS, () => this.pass(), log);
  }

  start(): void {
    this.ticker.start();
  }

  async stop(): Promise<void> {
    await this.ticker.stop();
  }

  private async pass(): Promise<void> {
    if (!(await this.leases.take('lapse-expired', LEASE_MS))) return;
    const lapsed = await this.lapseDecisions.execute();
    if (lapsed > 0) this.log.info({ lapsed }, 'approvals ran out');
  }
}
