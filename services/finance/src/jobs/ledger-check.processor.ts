import { Inject, Injectable } from '@nestjs/common';
import { Ticker } from '@weilend/messaging';
import { Leases } from '@weilend/mongo';
import type { Lease } from '@weilend/mongo';
import { Job, ServiceConfig, ServiceLog } from '@weilend/service';
import type { FinanceConfig } from '../finance.config.js';
import { CheckBatch } from '../use-cases/check-ledger/check-batch.js';
import { CheckSchedule } from '../use-cases/check-ledger/check-schedule.js';
import { CheckSignal } from '../use-cases/check-ledger/check-signal.js';

const LEASE = 'ledger-check';
/** Longer than the longest batch, which adds up the whole ledger: some minutes at twenty million entries. */
const LEASE_MS = 900_000;

/** Checks the books after each day end, one process at a time; every difference is an error that operators must see. */
@Injectable()
export class LedgerCheckJob extends Job {
  private readonly ticker: Ticker;
  private stopping = false;

  constructor(
    private readonly leases: Leases,
    private readonly schedule: CheckSchedule,
    private readonly batch: CheckBatch,
    signal: CheckSignal,
    @Inject(ServiceConfig) config: FinanceConfig,
    @Inject(ServiceLog) private readonly log: ServiceLog,
  ) {
    super();
    this.ticker = new Ticker('ledger check', config.DAY_END_EVERY_MS, () => this.pass(), log);
    signal.onStarted(() => this.ticker.wake());
  }

  start(): void {
    this.ticker.start();
  }

  async stop(): Promise<void> {
    this.stopping = true;
    await this.ticker.stop();
  }

  private async pass(): Promise<void> {
    await this.schedule.beginMissed();
    let lease: Lease | null = null;
    while (!this.stopping) {
      lease = await this.leases.take(LEASE, LEASE_MS);
      const found = lease && (await this.batch.execute(lease));
      if (!found) break;
      for (const difference of found) this.log.error({ ...difference }, 'the books do not say what the ledger says');
    }
    if (lease) await this.leases.release(lease);
  }
}
