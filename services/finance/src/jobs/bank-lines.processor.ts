import { Inject, Injectable } from '@nestjs/common';
import { troubleOf } from '@weilend/kernel';
import { Ticker } from '@weilend/messaging';
import { Job, ServiceConfig, ServiceLog } from '@weilend/service';
import type { FinanceConfig } from '../finance.config.js';
import { CarryBankLines } from '../use-cases/post-bank-line/carry-bank-lines.js';

/** Finds whose repayments the lines of bank statements are, on wall time: one process at a time. */
@Injectable()
export class BankLinesJob extends Job {
  private readonly ticker: Ticker;
  private stopping = false;

  constructor(
    private readonly carry: CarryBankLines,
    @Inject(ServiceConfig) config: FinanceConfig,
    @Inject(ServiceLog) private readonly log: ServiceLog,
  ) {
    super();
    this.ticker = new Ticker('bank lines', config.BANK_LINES_EVERY_MS, () => this.pass(), log);
  }

  start(): void {
    this.ticker.start();
  }

  async stop(): Promise<void> {
    this.stopping = true;
    await this.ticker.stop();
  }

  private pass(): Promise<void> {
    return this.carry.execute({
      isStopping: () => this.stopping,
      onTrouble: (lineId, error) => this.log.warn({ lineId, error: troubleOf(error) }, 'a bank line could not be carried on now'),
    });
  }
}
