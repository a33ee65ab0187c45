import { Inject, Injectable } from '@nestjs/common';
import { Ticker } from '@weilend/messaging';
import { Leases } from '@weilend/mongo';
import { Job, ServiceConfig, ServiceLog } from '@weilend/service';
import type { CoordinationConfig } from '../coordination.config.js';
import { PlaceEvents } from '../use-cases/place-events/place-events.use-case.js';

const LEASE_MS = 15_000;
const BATCH = 500;

/** The one writer of the log's order: a leased and fenced pass over what has no place yet. */
@Injectable()
export class EventLogWriter extends Job {
  private readonly ticker: Ticker;

  constructor(
    private readonly placeEvents: PlaceEvents,
    private readonly leases: Leases,
    @Inject(ServiceConfig) config: CoordinationConfig,
    @Inject(ServiceLog) log: ServiceLog,
  ) {
    super();
    this.ticker = new Ticker('event log writer', config.EVENT_LOG_POLL_MS, () => this.pass(), log);
  }

  start(): void {
    this.ticker.start();
  }

  async stop(): Promise<void> {
    await this.ticker.stop();
  }

  private async pass(): Promise<void> {
    while (await this.placeEvents.isNeeded()) {
      const lease = await this.leases.take('event-log', LEASE_MS);
      if (!lease || (await this.placeEvents.execute(lease, BATCH)) < BATCH) return;
    }
  }
}
