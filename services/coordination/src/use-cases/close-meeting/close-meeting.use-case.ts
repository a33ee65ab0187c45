import { Injectable } from '@nestjs/common';
import type { Actor } from '@weilend/kernel';
import { event, Outbox } from '@weilend/messaging';
import { UnitOfWork } from '@weilend/mongo';
import { closeMeeting } from '../../domain/meetings/meeting.js';
import { Meetings } from '../../persistence/meeting.repository.js';
import { CompanyTime } from '../company-time.js';

export interface CloseMeetingRequest {
  readonly requestKey?: string | null;
  readonly meetingId: string;
}

/** A meeting closes only when each of its resolutions is done or withdrawn [8.3]. */
@Injectable()
export class CloseMeeting {
  constructor(
    private readonly work: UnitOfWork,
    private readonly meetings: Meetings,
    private readonly outbox: Outbox,
    private readonly time: CompanyTime,
  ) {}

  execute(actor: Actor, input: CloseMeetingRequest): Promise<string> {
    return this.work.once({ operation: 'close-meeting', actor, input }, async (tx) => {
      const meeting = await this.meetings.get(input.meetingId, tx);
      const closed = await this.meetings.save(closeMeeting(meeting, await this.time.now()), tx);
      await this.outbox.add(event('coordination.meeting-closed.v1', closed.id, { meetingId: closed.id }), tx);
      return closed.id;
    });
  }
}
