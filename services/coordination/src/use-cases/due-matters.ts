import { Injectable } from '@nestjs/common';
import { BoardHandoffs } from '../persistence/handoff.repository.js';
import { Meetings } from '../persistence/meeting.repository.js';
import { ConveneSeries } from './convene-series/convene-series.use-case.js';
import { FireDueLevels } from './fire-due-levels/fire-due-levels.use-case.js';
import { FollowUpMeetings } from './follow-up-meetings/follow-up-meetings.use-case.js';

/** Everything that time alone makes due in coordination: what the clock of a demonstration stops at, and what it must wait for. */
@Injectable()
export class DueMatters {
  constructor(
    private readonly board: BoardHandoffs,
    private readonly meetings: Meetings,
    private readonly fireDueLevels: FireDueLevels,
    private readonly followUpMeetings: FollowUpMeetings,
    private readonly conveneSeries: ConveneSeries,
  ) {}

  /** The next level of the ladder or end of a meeting after `now`, or null. */
  async nextAfter(now: Date): Promise<Date | null> {
    const [level, end] = [await this.board.nextDueAfter(now), await this.meetings.nextEndAfter(now)];
    return level && end ? (level.getTime() < end.getTime() ? level : end) : (level ?? end);
  }

  /** Does what is due now; returns how much it was. Records that are owed come before the levels that they may fire. */
  async settle(): Promise<number> {
    const asked = (await this.conveneSeries.sweep()) + (await this.followUpMeetings.sweep());
    return asked + (await this.fireDueLevels.sweep());
  }
}
