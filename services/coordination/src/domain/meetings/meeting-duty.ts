// What a meeting owes once its time is over: somebody writes down who came, then what was said. Each is work on the board like any other, so one
// that is left undone is listed as missed or unminuted and rings level by level; it ends with the record, or with the meeting's cancellation.
import type { MeetingState } from './meeting.machine.js';
import type { Meeting } from './meeting.js';

/** Also the names of the work on the board and of its deadline parameter, `deadline.<name>`. */
export type DutyName = 'record-attendance' | 'record-minutes';

/** The work on the board that waits for the record. */
export interface MeetingDuty {
  readonly handoffId: string;
  /** From then on the meeting counts as missed or unminuted; a pause on the board does not move it. */
  readonly dueAt: Date;
}

const OWED: Readonly<Partial<Record<MeetingState, DutyName>>> = { CONVENED: 'record-attendance', HELD: 'record-minutes' };

/** What a meeting in this state owes next; null when nothing more is to be written down. */
export function dutyOf(state: MeetingState): DutyName | null {
  return OWED[state] ?? null;
}

/** The meeting is over, nobody has said that it took place, and nobody is asked for it yet. */
export function isUnaccounted(meeting: Meeting, now: Date): boolean {
  return meeting.state === 'CONVENED' && !meeting.duty && meeting.endsAt.getTime() <= now.getTime();
}

/** Since when the minutes are owed: from the end of the meeting, or from the attendance that was recorded after it. */
export function minutesOwedFrom(meeting: Meeting, now: Date): Date {
  return now.getTime() > meeting.endsAt.getTime() ? now : meeting.endsAt;
}
