import { Injectable } from '@nestjs/common';
import type { Actor } from '@weilend/kernel';
import { event, Outbox } from '@weilend/messaging';
import { UnitOfWork } from '@weilend/mongo';
import { endSeries } from '../../domain/series/meeting-series.js';
import { MeetingSeriesRows } from '../../persistence/meeting-series.repository.js';
import { Meetings } from '../../persistence/meeting.repository.js';
import { CancelMeeting } from '../cancel-meeting/cancel-meeting.use-case.js';
import { CompanyTime } from '../company-time.js';

export interface EndMeetingSeriesRequest {
  readonly requestKey?: string | null;
  readonly seriesId: string;
  readonly reason: string;
}

/** The departments meet no more, with the reason; what was convened and has not begun is cancelled, what took place stays [8.1]. */
@Injectable()
export class EndMeetingSeries {
  constructor(
    private readonly work: UnitOfWork,
    private readonly series: MeetingSeriesRows,
    private readonly meetings: Meetings,
    private readonly cancelMeeting: CancelMeeting,
    private readonly time: CompanyTime,
    private readonly outbox: Outbox,
  ) {}

  execute(actor: Actor, input: EndMeetingSeriesRequest): Promise<string> {
    return this.work.once({ operation: 'end-meeting-series', actor, input }, async (tx) => {
      const now = await this.time.now();
      const ended = await this.series.save(endSeries(await this.series.get(input.seriesId, tx), { reason: input.reason, at: now }), tx);
      const reason = ended.endedReason ?? input.reason;
      for (const meeting of await this.meetings.comingAbout(ended.id, now, tx))
        await this.cancelMeeting.ifStillConvened(meeting.id, reason, tx);
      await this.outbox.add(event('coordination.meeting-series-ended.v1', ended.id, { seriesId: ended.id, reason }), tx);
      return ended.id;
    });
  }
}
