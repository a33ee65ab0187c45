import { Inject, Injectable } from '@nestjs/common';
import { Ticker } from '@weilend/messaging';
import { Job, ServiceConfig, ServiceLog } from '@weilend/service';
import type { FinanceConfig } from '../finance.config.js';
import { CloseRunningDay } from '../use-cases/run-day-end/close-running-day.js';
import { DayEndSchedule } from '../use-cases/run-day-end/day-end-schedule.js';
import { DayEndSignal } from '../use-cases/run-day-end/day-end-signal.js';

/** Closes business days: begins the end of yesterday by itself, and carries every day end that was begun to its end. */
@Injectable()
export class DayEndJob extends Job {
  private readonly ticker: Ticker;
  private stopping = false;

  constructor(
    private readonly closeRunningDay: CloseRunningDay,
    private readonly schedule: DayEndSchedule,
    signal: DayEndSignal,
    @Inject(ServiceConfig) config: FinanceConfig,
    @Inject(ServiceLog) log: ServiceLog,
  ) {
    super();
    this.ticker = new Ticker('day end', config.DAY_END_EVERY_MS, () => this.pass(), log);
    signal.onStarted(() => this.ticker.wake());
  }

  start(): void {
    this.ticker.start();
  }

  override clockMoved(): void {
    this.ticker.wake();
  }

  async stop(): Promise<void> {
    this.stopping = true;
    await this.ticker.stop();
  }

  private async pass(): Promise<void> {
    await this.schedule.beginMissed();
    while (await this.closeRunningDay.execute(() => this.stopping)) if (this.stopping) return;
  }
}
