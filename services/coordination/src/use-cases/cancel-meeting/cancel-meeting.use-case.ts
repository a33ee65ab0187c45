import { Injectable } from '@nestjs/common';
import type { Actor } from '@weilend/kernel';
import { event, Outbox } from '@weilend/messaging';
import { UnitOfWork } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { cancelMeeting } from '../../domain/meetings/meeting.js';
import { Meetings } from '../../persistence/meeting.repository.js';
import { MeetingDuties } from '../meeting-duties.js';

export interface CancelMeetingRequest {
  readonly requestKey?: string | null;
  readonly meetingId: string;
  readonly reason: string;
}

/** A meeting whose cause has fallen away is cancelled with the reason; what was held stays on the record [8.3]. */
@Injectable()
export class CancelMeeting {
  constructor(
    private readonly work: UnitOfWork,
    private readonly meetings: Meetings,
    private readonly outbox: Outbox,
    private readonly duties: MeetingDuties,
  ) {}

  execute(actor: Actor, input: CancelMeetingRequest): Promise<string> {
    return this.work.once({ operation: 'cancel-meeting', actor, input }, async (tx) => {
      await this.cancel(input.meetingId, input.reason, tx);
      return input.meetingId;
    });
  }

  /** For a level that is taken back: a meeting that was held or cancelled meanwhile is left as it is. */
  async ifStillConvened(meetingId: string, reason: string, tx: Tx): Promise<void> {
    const meeting = await this.meetings.find(meetingId, tx);
    if (meeting?.state === 'CONVENED') await this.cancel(meetingId, reason, tx);
  }

  private async cancel(meetingId: string, reason: string, tx: Tx): Promise<void> {
    const cancelled = cancelMeeting(await this.meetings.get(meetingId, tx), reason);
    const closing = { state: 'RECALLED' as const, reasons: [cancelled.cancelledReason ?? reason] };
    await this.meetings.save(await this.duties.settle(cancelled, closing, tx), tx);
    await this.outbox.add(
      event('coordination.meeting-cancelled.v1', meetingId, { meetingId, reason: cancelled.cancelledReason ?? reason }),
      tx,
    );
  }
}
