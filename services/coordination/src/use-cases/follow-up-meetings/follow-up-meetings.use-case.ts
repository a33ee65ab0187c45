import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@weilend/mongo';
import { isUnaccounted } from '../../domain/meetings/meeting-duty.js';
import { Meetings } from '../../persistence/meeting.repository.js';
import { CompanyTime } from '../company-time.js';
import { MeetingDuties } from '../meeting-duties.js';

const BATCH = 100;
const ACTOR = { kind: 'service', service: 'coordination' } as const;

/**
 * Asks for the attendance of every meeting whose end has come: its work goes on the board, once, counted from the end of
 * the meeting however late this runs. A meeting that nobody accounts for rings like any other late work [8.1].
 */
@Injectable()
export class FollowUpMeetings {
  constructor(
    private readonly work: UnitOfWork,
    private readonly meetings: Meetings,
    private readonly duties: MeetingDuties,
    private readonly time: CompanyTime,
  ) {}

  /** How many meetings were asked. One that cannot be asked does not hold up the others: its error is thrown at the end. */
  async sweep(): Promise<number> {
    let asked = 0;
    for (;;) {
      const ended = await this.meetings.unaccountedIds(await this.time.now(), BATCH);
      const errors: unknown[] = [];
      for (const meetingId of ended) {
        try {
          if (await this.ask(meetingId)) asked += 1;
        } catch (error) {
          errors.push(error);
        }
      }
      if (errors.length > 0) throw errors[0];
      if (ended.length < BATCH) return asked;
    }
  }

  private ask(meetingId: string): Promise<boolean> {
    return this.work.run({ actor: ACTOR, operation: 'follow-up-meeting' }, async (tx) => {
      const meeting = await this.meetings.get(meetingId, tx);
      if (!isUnaccounted(meeting, await this.time.now())) return false;
      await this.meetings.save(await this.duties.owe(meeting, meeting.endsAt, tx), tx);
      return true;
    });
  }
}
