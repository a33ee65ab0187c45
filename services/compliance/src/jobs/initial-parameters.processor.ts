import { Inject, Injectable } from '@nestjs/common';
import { Ticker } from '@weilend/messaging';
import { Leases } from '@weilend/mongo';
import { Job, ServiceLog } from '@weilend/service';
import { PublishInitialParameters } from '../use-cases/publish-initial-parameters/publish-initial-parameters.use-case.js';

const EVERY_MS = 60_000;
const LEASE_MS = 30_000;

/** At boot, and again when a pass failed: every key has a value that the services can decide on. */
@Injectable()
export class InitialParameters extends Job {
  private readonly ticker: Ticker;

  constructor(
    private readonly publish: PublishInitialParameters,
    private readonly leases: Leases,
    @Inject(ServiceLog) private readonly log: ServiceLog,
  ) {
    super();
    this.ticker = new Ticker('initial parameters', EVERY_MS, () => this.pass(), log);
  }

  start(): void {
    this.ticker.start();
  }

  async stop(): Promise<void> {
    await this.ticker.stop();
  }

  private async pass(): Promise<void> {
    if (!(await this.leases.take('initial-parameters', LEASE_MS))) return;
    const published = await this.publish.execute();
    if (published > 0) this.log.info({ published }, 'initial parameters were published to every service');
  }
}
