import { DomainError } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { checkFacts } from './session-facts.js';
import type { SessionExtras } from './session-facts.js';
import { trainingSessionMachine } from './training-session.machine.js';
import { lastDayOf } from './training-session.js';
import type { SessionChange, TrainingSession } from './training-session.js';

/**
 * A training that was planned is moved, gets other seats or is cancelled only with a reason, and whoever was nominated is told. It is moved
 * within the year of its plan, never into the past, and not after its day: then it is written down who came, or, by somebody else than its
 * trainer, that it was not held. Seats that people hold are not taken away by a smaller room.
 */
export interface Move {
  readonly heldOn?: LocalDate | null;
  readonly untilOn?: LocalDate | null;
  readonly place?: string | null;
  readonly startsAt?: string | null;
  readonly endsAt?: string | null;
  readonly capacity?: number | null;
}

export interface ChangeOf {
  readonly reason: string;
  readonly by: string;
  readonly at: Date;
}

const LEAST_REASON_LENGTH = 5;

/** What is left out stays as it is. */
export function rescheduleSession(session: TrainingSession, move: Move, why: ChangeOf & { today: LocalDate }): TrainingSession {
  const state = trainingSessionMachine.next(session.state, 'reschedule');
  // Moving would hide that its day went by without anybody writing down who came.
  const lastDay = lastDayOf(session);
  if (lastDay < why.today) throw new DomainError('SESSION_DAY_OVER', { heldOn: lastDay }, 'sessionId');
  const heldOn = move.heldOn ?? session.heldOn;
  if (heldOn !== session.heldOn && heldOn < why.today) throw new DomainError('SESSION_IN_THE_PAST', { heldOn }, 'heldOn');
  checkPlanYear(heldOn, Number(session.heldOn.slice(0, 4)));
  const moved = { ...session, ...movedExtras(session, move), heldOn, state };
  checkFacts(moved);
  if (moved.capacity !== null && moved.capacity < session.seatsTaken)
    throw new DomainError('SESSION_CAPACITY_BELOW_SEATS', { capacity: moved.capacity, taken: session.seatsTaken }, 'capacity');
  return withChange(moved, { kind: 'RESCHEDULED', ...reasoned(why), from: session.heldOn, to: heldOn });
}

/** Called off before its day; after it, written down as not held, which its trainer does not say of himself: he would owe its evaluation. */
export function cancelSession(session: TrainingSession, why: ChangeOf & { today: LocalDate }): TrainingSession {
  const state = trainingSessionMachine.next(session.state, 'cancel');
  const isOver = lastDayOf(session) < why.today;
  if (isOver && why.by === session.trainerId) throw new DomainError('SESSION_NOT_HELD_BY_TRAINER', {}, 'sessionId');
  const change = { kind: isOver ? ('NOT_HELD' as const) : ('CANCELLED' as const), ...reasoned(why), from: null, to: null };
  return withChange({ ...session, state, seatsTaken: 0, waitingCount: 0 }, change);
}

/** What a training cost becomes known after it was planned. */
export function costSession(session: TrainingSession, costFen: number, why: ChangeOf): TrainingSession {
  if (session.state === 'CANCELLED')
    throw new DomainError('ILLEGAL_TRANSITION', { machine: 'training session', state: session.state, event: 'cost', allowed: [] });
  return withChange({ ...session, costFen }, { kind: 'COST', ...reasoned(why), from: null, to: null });
}

/** A training belongs to the year of its plan. */
export function checkPlanYear(heldOn: LocalDate, year: number): void {
  if (Number(heldOn.slice(0, 4)) !== year) throw new DomainError('SESSION_OUTSIDE_PLAN', { heldOn, year }, 'heldOn');
}

function movedExtras(session: TrainingSession, move: Move): Partial<SessionExtras> {
  const untilOn = move.untilOn ?? session.untilOn;
  return {
    // Self-study whose first day moves behind its last one ends on its day.
    untilOn: untilOn !== null && !move.untilOn && move.heldOn && untilOn < move.heldOn ? move.heldOn : untilOn,
    place: move.place ?? session.place,
    startsAt: move.startsAt ?? session.startsAt,
    endsAt: move.endsAt ?? session.endsAt,
    capacity: move.capacity ?? session.capacity,
  };
}

function reasoned({ reason, by, at }: ChangeOf): ChangeOf {
  if ([...reason.trim()].length < LEAST_REASON_LENGTH) throw new DomainError('SESSION_REASON_MISSING', {}, 'reason');
  return { reason: reason.trim(), by, at };
}

function withChange(session: TrainingSession, change: SessionChange): TrainingSession {
  return { ...session, changes: [...session.changes, change] };
}
