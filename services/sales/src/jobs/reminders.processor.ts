import { Inject, Injectable } from '@nestjs/common';
import { Ticker } from '@weilend/messaging';
import { Leases } from '@weilend/mongo';
import { Job, ServiceConfig, ServiceLog } from '@weilend/service';
import type { SalesConfig } from '../sales.config.js';
import { RemindOfDeadlines } from '../use-cases/reminder/remind-of-deadlines.use-case.js';

const LEASE = 'reminders';
/** Spares the others the same work; the key of each reminder makes it once. */
const LEASE_MS = 300_000;

/** Looks for deadlines that come near or have passed. */
@Injectable()
export class RemindersJob extends Job {
  private readonly ticker: Ticker;
  private stopping = false;

  constructor(
    private readonly leases: Leases,
    private readonly remind: RemindOfDeadlines,
    @Inject(ServiceConfig) config: SalesConfig,
    @Inject(ServiceLog) log: ServiceLog,
  ) {
    super();
    this.ticker = new Ticker(LEASE, config.REMINDERS_EVERY_MS, () => this.pass(), log);
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
      await this.remind.execute(() => this.stopping);
    } finally {
      await this.leases.release(lease);
    }
  }
}
