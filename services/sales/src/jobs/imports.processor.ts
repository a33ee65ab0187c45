import { Inject, Injectable } from '@nestjs/common';
import { troubleOf } from '@weilend/kernel';
import { Ticker } from '@weilend/messaging';
import { Job, ServiceConfig, ServiceLog } from '@weilend/service';
import type { SalesConfig } from '../sales.config.js';
import { ImportSignal } from '../use-cases/import/import-signal.js';
import { RunImports } from '../use-cases/import/run-imports.js';

/** Takes files of leads and customers in, on wall time: one process at a time, woken by a start, else by its interval. */
@Injectable()
export class ImportsJob extends Job {
  private readonly ticker: Ticker;
  private stopping = false;

  constructor(
    private readonly imports: RunImports,
    signal: ImportSignal,
    @Inject(ServiceConfig) config: SalesConfig,
    @Inject(ServiceLog) private readonly log: ServiceLog,
  ) {
    super();
    this.ticker = new Ticker('imports', config.IMPORT_EVERY_MS, () => this.pass(), log);
    signal.onBegun(() => this.ticker.wake());
  }

  start(): void {
    this.ticker.start();
  }

  async stop(): Promise<void> {
    this.stopping = true;
    await this.ticker.stop();
  }

  private async pass(): Promise<void> {
    const more = await this.imports.execute({
      isStopping: () => this.stopping,
      onTrouble: (runId, error) => this.log.warn({ runId, error: troubleOf(error) }, 'a step of an import broke off and is tried again'),
    });
    if (more) this.ticker.wake();
  }
}
