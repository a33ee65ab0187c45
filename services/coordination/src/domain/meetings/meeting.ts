// A meeting between departments (跨部门协调会议): called because work is late, because a matter is major, or as planned; held when enough of the
// departments are present; its minutes have four sections; what it resolves has an owner and a due date, and it closes when all of that is done.
import { DomainError } from '@weilend/kernel';
import type { Department, LocalDate } from '@weilend/kernel';
import type { MeetingDuty } from './meeting-duty.js';
import { meetingMachine } from './meeting.machine.js';
import type { MeetingState } from './meeting.machine.js';

export type MeetingCause =
  | 'HANDOFF_OVERDUE'
  | 'HIGH_RISK_ALERT'
  | 'MISUSE_OF_FUNDS'
  | 'MAJOR_AMOUNT'
  | 'SEVERE_VIOLATION'
  | 'DISAGREEMENT'
  | 'PLANNED'
  | 'SERIES';
export type ResolutionState = 'OPEN' | 'DONE' | 'WITHDRAWN';

export interface Attendance {
  readonly employeeId: string;
  readonly department: Department;
}

export interface Minutes {
  readonly businessProgress: string;
  readonly riskSituation: string;
  readonly financialArrangement: string;
  readonly legalCompliance: string;
}

export interface RecordedMinutes extends Minutes {
  readonly recordedBy: string;
  readonly recordedAt: Date;
}

export interface Resolution {
  readonly id: string;
  readonly text: string;
  readonly department: Department;
  readonly ownerId: string | null;
  readonly dueOn: LocalDate;
  readonly state: ResolutionState;
  /** The piece of work on the board that keeps its time. */
  readonly handoffId: string;
  /** What came of it, or why it was withdrawn. */
  readonly outcome: string | null;
}

export interface Meeting {
  readonly id: string;
  readonly version: number;
  readonly state: MeetingState;
  readonly cause: MeetingCause;
  /** One meeting per cause: `level-3:<handoff>`, `alert:<alert>`, `amount:<handoff>`, `series:<series>:<date>`; the meeting's own id when people called it. */
  readonly causeKey: string;
  readonly title: string;
  readonly agenda: readonly string[];
  readonly departments: readonly Department[];
  /** Employees invited. */
  readonly participants: readonly string[];
  readonly subject: string | null;
  readonly handoffId: string | null;
  readonly convenedAt: Date;
  readonly convenedBy: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly attendance: readonly Attendance[];
  readonly minutes: RecordedMinutes | null;
  readonly resolutions: readonly Resolution[];
  /** The record that is waited for; null before the end and when nothing more is owed. */
  readonly duty: MeetingDuty | null;
  readonly cancelledReason: string | null;
  readonly closedAt: Date | null;
}

/** Half of the departments do not decide for the other half: more than half must be present, both when there are two. */
export function quorumOf(departments: readonly Department[]): number {
  return Math.floor(departments.length / 2) + 1;
}

/** The meeting took place. Throws MEETING_NOT_YET_BEGUN, MEETING_QUORUM_MISSED, ILLEGAL_TRANSITION. */
export function holdMeeting(meeting: Meeting, attendance: readonly Attendance[], now: Date): Meeting {
  const state = meetingMachine.next(meeting.state, 'hold');
  if (now.getTime() < meeting.startsAt.getTime())
    throw new DomainError('MEETING_NOT_YET_BEGUN', { startsAt: meeting.startsAt.toISOString() });
  const present = new Set(attendance.map((person) => person.department));
  const absent = meeting.departments.filter((department) => !present.has(department));
  const needed = quorumOf(meeting.departments);
  const counted = meeting.departments.length - absent.length;
  if (counted < needed)
    throw new DomainError('MEETING_QUORUM_MISSED', { present: counted, convened: meeting.departments.length, needed, absent });
  return { ...meeting, state, attendance };
}

/** The minutes and what was resolved; nothing more is owed. Throws MINUTES_SECTION_MISSING naming the empty sections, RESOLUTION_INVALID, ILLEGAL_TRANSITION. */
export function minuteMeeting(meeting: Meeting, minutes: RecordedMinutes, resolutions: readonly Resolution[], today: LocalDate): Meeting {
  const state = meetingMachine.next(meeting.state, 'minute');
  const sections = (['businessProgress', 'riskSituation', 'financialArrangement', 'legalCompliance'] as const).filter(
    (section) => minutes[section].trim() === '',
  );
  if (sections.length > 0) throw new DomainError('MINUTES_SECTION_MISSING', { sections });
  resolutions.forEach((resolution, place) => checkResolution(resolution, place, today));
  return { ...meeting, state, minutes, resolutions, duty: null };
}

/** Done or withdrawn. Throws RESOLUTION_UNKNOWN, RESOLUTION_SETTLED, REASON_MISSING. */
export function settleResolution(
  meeting: Meeting,
  settled: { resolutionId: string; state: Exclude<ResolutionState, 'OPEN'>; outcome: string },
): Meeting {
  const { resolutionId, state } = settled;
  const found = meeting.resolutions.find((resolution) => resolution.id === resolutionId);
  if (!found) throw new DomainError('RESOLUTION_UNKNOWN', { resolutionId });
  if (found.state !== 'OPEN') throw new DomainError('RESOLUTION_SETTLED', { resolutionId, state: found.state });
  const outcome = settled.outcome.trim();
  if (outcome === '')
    throw new DomainError('REASON_MISSING', { act: state === 'DONE' ? 'completing a resolution' : 'withdrawing a resolution' }, 'outcome');
  return {
    ...meeting,
    resolutions: meeting.resolutions.map((resolution) => (resolution === found ? { ...found, state, outcome } : resolution)),
  };
}

/** Throws RESOLUTIONS_OPEN naming them, ILLEGAL_TRANSITION. */
export function closeMeeting(meeting: Meeting, now: Date): Meeting {
  const state = meetingMachine.next(meeting.state, 'close');
  const open = meeting.resolutions.filter((resolution) => resolution.state === 'OPEN').map((resolution) => resolution.id);
  if (open.length > 0) throw new DomainError('RESOLUTIONS_OPEN', { open });
  return { ...meeting, state, closedAt: now };
}

/** Throws REASON_MISSING, ILLEGAL_TRANSITION: what was held is not cancelled. */
export function cancelMeeting(meeting: Meeting, reason: string): Meeting {
  const state = meetingMachine.next(meeting.state, 'cancel');
  if (reason.trim() === '') throw new DomainError('REASON_MISSING', { act: 'cancelling a meeting' }, 'reason');
  return { ...meeting, state, cancelledReason: reason.trim() };
}

function checkResolution(resolution: Resolution, place: number, today: LocalDate): void {
  const field = `resolutions.${place}`;
  if (resolution.text.trim() === '') throw new DomainError('RESOLUTION_INVALID', { problem: 'the text is empty' }, `${field}.text`);
  if (resolution.dueOn < today) throw new DomainError('RESOLUTION_INVALID', { problem: `${resolution.dueOn} is past` }, `${field}.dueOn`);
}
