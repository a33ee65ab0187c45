import { DomainError } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { lastDayOf, recordAttendance } from './training-session.js';
import type { AttendanceLine, PracticeResult, TrainingSession } from './training-session.js';

/**
 * Who was there is written down when the training has begun, never before. Those who were nominated count by being there; somebody else counts
 * only with the reason for which he was let in, and not against the word of his manager. Who leads a training is not trained by it; of a course
 * that people learn by themselves was there who has completed it; until its last day nobody who has a seat is written down as absent [6.5]. Of a practice everybody has a result: did he achieve what it was for [6.6].
 */
export interface AttendanceWish {
  readonly employeeId: string;
  readonly addedReason?: string | null;
  readonly result?: PracticeResult | null;
  readonly note?: string | null;
}

export interface AttendanceOf {
  readonly today: LocalDate;
  /** People who have a seat that their manager agreed to. */
  readonly nominatedIds: ReadonlySet<string>;
  /** People whose manager declined, and who were not nominated again. */
  readonly declinedIds: ReadonlySet<string>;
  /** Who has completed the course of a self-study; null where there is no course. */
  readonly completedIds: ReadonlySet<string> | null;
}

const LEAST_REASON_LENGTH = 5;

/** Throws for a training that has not begun, for strangers without a reason, and for a practice without results. */
export function takeAttendance(session: TrainingSession, wishes: readonly AttendanceWish[], of: AttendanceOf): TrainingSession {
  const held = recordAttendance(
    session,
    wishes.map(({ employeeId }) => employeeId),
  );
  if (session.heldOn > of.today) throw new DomainError('ATTENDANCE_TOO_EARLY', { heldOn: session.heldOn }, 'sessionId');
  checkStudyOver(session, held.attendeeIds, of);
  held.attendeeIds.forEach((employeeId) => checkMayCount(session, employeeId, of));
  const attendance = held.attendeeIds.map((employeeId) =>
    lineOf(
      wishes.find((wish) => wish.employeeId === employeeId),
      employeeId,
      of,
    ),
  );
  checkResults(session, attendance);
  // Nobody waits for a seat of a training that is over.
  return { ...held, attendance, waitingCount: 0 };
}

function checkStudyOver(session: TrainingSession, attendeeIds: readonly string[], { today, nominatedIds }: AttendanceOf): void {
  const untilOn = lastDayOf(session);
  const learning = [...nominatedIds].filter((employeeId) => !attendeeIds.includes(employeeId));
  if (session.kind === 'ONLINE' && today < untilOn && learning.length > 0)
    throw new DomainError('ATTENDANCE_STUDY_OPEN', { untilOn, employeeIds: learning }, 'sessionId');
}

function checkMayCount({ trainerId }: TrainingSession, employeeId: string, { declinedIds, completedIds }: AttendanceOf): void {
  if (employeeId === trainerId) throw new DomainError('NOMINEE_IS_TRAINER', { employeeId }, 'attendeeIds');
  if (declinedIds.has(employeeId)) throw new DomainError('ATTENDEE_DECLINED', { employeeId }, 'attendeeIds');
  if (completedIds && !completedIds.has(employeeId)) throw new DomainError('ATTENDEE_COURSE_OPEN', { employeeId }, 'attendeeIds');
}

function lineOf(wish: AttendanceWish | undefined, employeeId: string, { nominatedIds }: AttendanceOf): AttendanceLine {
  const { result = null, note = null } = wish ?? {};
  if (nominatedIds.has(employeeId)) return { employeeId, addedReason: null, result, note };
  const addedReason = wish?.addedReason?.trim() ?? '';
  if ([...addedReason].length < LEAST_REASON_LENGTH) throw new DomainError('ATTENDEE_NOT_NOMINATED', { employeeId }, 'attendeeIds');
  return { employeeId, addedReason, result, note };
}

function checkResults({ kind }: TrainingSession, attendance: readonly AttendanceLine[]): void {
  if (kind !== 'PRACTICE') {
    if (attendance.some(({ result }) => result !== null)) throw new DomainError('PRACTICE_RESULT_UNFIT', {}, 'details');
    return;
  }
  const missing = attendance.filter(({ result }) => result === null).map(({ employeeId }) => employeeId);
  if (missing.length > 0) throw new DomainError('PRACTICE_RESULT_MISSING', { employeeIds: missing }, 'details');
}
