import { Inject, Injectable } from '@nestjs/common';
import { Ticker } from '@weilend/messaging';
import { Leases } from '@weilend/mongo';
import { Job, ServiceConfig, ServiceLog } from '@weilend/service';
import type { CoordinationConfig } from '../coordination.config.js';
import { ConveneSeries } from '../use-cases/convene-series/convene-series.use-case.js';
import { FollowUpMeetings } from '../use-cases/follow-up-meetings/follow-up-meetings.use-case.js';

const LEASE_MS = 30_000;

/** Convenes the meetings of the series and asks for the records of those that are over. One process does it at a time. */
@Injectable()
export class MeetingKeeper extends Job {
  private readonly ticker: Ticker;

  constructor(
    private readonly conveneSeries: ConveneSeries,
    private readonly followUpMeetings: FollowUpMeetings,
    private readonly leases: Leases,
    @Inject(ServiceConfig) config: CoordinationConfig,
    @Inject(ServiceLog) log: ServiceLog,
  ) {
    super();
    this.ticker = new Ticker('meeting keeper', config.MEETING_SWEEP_MS, () => this.pass(), log);
  }

  start(): void {
    this.ticker.start();
  }

  async stop(): Promise<void> {
    await this.ticker.stop();
  }

  private async pass(): Promise<void> {
    if (!(await this.leases.take('meeting-sweep', LEASE_MS))) return;
    await this.followUpMeetings.sweep();
    await this.conveneSeries.sweep();
  }
}
