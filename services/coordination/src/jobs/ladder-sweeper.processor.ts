import { Inject, Injectable } from '@nestjs/common';
import { Ticker } from '@weilend/messaging';
import { Leases } from '@weilend/mongo';
import { Job, ServiceConfig, ServiceLog } from '@weilend/service';
import type { CoordinationConfig } from '../coordination.config.js';
import { FireDueLevels } from '../use-cases/fire-due-levels/fire-due-levels.use-case.js';

const LEASE_MS = 30_000;

/** Makes the ladder certain: whatever the alarms missed fires within one pass. One process sweeps at a time. */
@Injectable()
export class LadderSweeper extends Job {
  private readonly ticker: Ticker;

  constructor(
    private readonly fireDueLevels: FireDueLevels,
    private readonly leases: Leases,
    @Inject(ServiceConfig) config: CoordinationConfig,
    @Inject(ServiceLog) log: ServiceLog,
  ) {
    super();
    this.ticker = new Ticker('ladder sweep', config.LADDER_SWEEP_MS, () => this.pass(), log);
  }

  start(): void {
    this.ticker.start();
  }

  async stop(): Promise<void> {
    await this.ticker.stop();
  }

  private async pass(): Promise<void> {
    if (await this.leases.take('ladder-sweep', LEASE_MS)) await this.fireDueLevels.sweep();
  }
}
