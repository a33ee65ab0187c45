import { addDays, businessDateOf, DomainError } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { nominationMachine } from './nomination.machine.js';
import type { NominationEvent, NominationState } from './nomination.machine.js';
import { MOST_SEATS } from './session-facts.js';
import { lastDayOf } from './training-session.js';
import type { AttendanceLine, TrainingSession } from './training-session.js';

/**
 * Who takes part in a training. The manager nominates people of his team; anybody may nominate himself, which the manager accepts or declines.
 * First come, first seated: each nomination gets the next number in the queue and a seat while there is one, also while it waits for the
 * manager's word, so that nobody loses a place at once by his manager's slowness; but a seat on which no manager has spoken for days goes to
 * whoever waits for one. A seat that becomes free goes to whoever waits longest.
 */
export const NOMINATION_SOURCES = ['MANAGER', 'SELF', 'ADDED'] as const;
export type NominationSource = (typeof NOMINATION_SOURCES)[number];
export type NominationApproval = 'PENDING' | 'ACCEPTED' | 'DECLINED';

export interface Nomination {
  readonly id: string;
  readonly version: number;
  readonly sessionId: string;
  readonly employeeId: string;
  /** Number in the queue of the training, from 1. */
  readonly place: number;
  readonly state: NominationState;
  readonly approval: NominationApproval;
  readonly source: NominationSource;
  readonly nominatedBy: string;
  readonly nominatedAt: Date;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  /** Why it was declined or withdrawn, or why somebody was added who was not nominated. */
  readonly reason: string | null;
  /** Day of the training, for the list of a person. */
  readonly heldOn: LocalDate;
  readonly outcome: 'ATTENDED' | 'ABSENT' | null;
}

export interface Nominee {
  readonly id: string;
  readonly employeeId: string;
  readonly source: 'MANAGER' | 'SELF';
  readonly by: string;
  readonly at: Date;
  readonly today: LocalDate;
}

export interface Verdict {
  readonly by: string;
  readonly at: Date;
  readonly reason: string | null;
}

/** A training with the nominations that changed. */
export interface Seating {
  readonly session: TrainingSession;
  readonly nomination: Nomination;
}

const LEAST_REASON_LENGTH = 5;
const LAPSED = '上级逾期未审批，名额已让出 (not decided in time)';

/** Puts somebody into the queue, on a seat while there is one. */
export function nominate(session: TrainingSession, nominee: Nominee): Seating {
  if (session.state !== 'PLANNED') throw new DomainError('NOMINATION_CLOSED', { state: session.state }, 'sessionId');
  // Self-study is joined until its last day.
  const lastDay = lastDayOf(session);
  if (lastDay < nominee.today) throw new DomainError('NOMINATION_TOO_LATE', { heldOn: lastDay }, 'sessionId');
  if (nominee.employeeId === session.trainerId)
    throw new DomainError('NOMINEE_IS_TRAINER', { employeeId: nominee.employeeId }, 'employeeId');
  if (session.seatsTaken + session.waitingCount >= MOST_SEATS) throw new DomainError('NOMINATION_FULL', { most: MOST_SEATS }, 'sessionId');
  const place = session.lastPlace + 1;
  const { id, employeeId, source, by, at } = nominee;
  const isOwn = source === 'SELF';
  const queued: Nomination = {
    ...{
      id,
      version: 0,
      sessionId: session.id,
      employeeId,
      place,
      state: nominationMachine.initial,
      source,
      nominatedBy: by,
      nominatedAt: at,
    },
    ...{ approval: isOwn ? 'PENDING' : 'ACCEPTED', decidedBy: isOwn ? null : by, decidedAt: isOwn ? null : at, reason: null },
    ...{ heldOn: session.heldOn, outcome: null },
  };
  const waiting = { ...session, lastPlace: place, waitingCount: session.waitingCount + 1 };
  return freeSeats(session) > 0 ? seat(waiting, queued) : { session: waiting, nomination: queued };
}

/** Free seats; Infinity where there is no end of them. */
export function freeSeats({ capacity, seatsTaken }: Pick<TrainingSession, 'capacity' | 'seatsTaken'>): number {
  return capacity === null ? Infinity : Math.max(0, capacity - seatsTaken);
}

/** Gives free seats to whoever waits longest; `waiting` comes in the order of the queue. */
export function fillSeats(session: TrainingSession, waiting: readonly Nomination[]): { session: TrainingSession; promoted: Nomination[] } {
  const promoted: Nomination[] = [];
  let filled = session;
  for (const next of waiting.slice(0, Math.min(waiting.length, freeSeats(session)))) {
    const seated = seat(filled, next);
    filled = seated.session;
    promoted.push(seated.nomination);
  }
  return { session: filled, promoted };
}

export function acceptNomination(nomination: Nomination, verdict: Verdict): Nomination {
  checkPending(nomination);
  return { ...nomination, approval: 'ACCEPTED', decidedBy: verdict.by, decidedAt: verdict.at };
}

/** The manager cannot spare the person: the seat is free again. */
export function declineNomination(session: TrainingSession, nomination: Nomination, verdict: Verdict): Seating {
  checkPending(nomination);
  const left = leave(session, nomination, { event: 'decline', ...verdict });
  return { ...left, nomination: { ...left.nomination, approval: 'DECLINED', decidedBy: verdict.by, decidedAt: verdict.at } };
}

export function withdrawNomination(session: TrainingSession, nomination: Nomination, verdict: Verdict): Seating {
  return leave(session, nomination, { event: 'withdraw', ...verdict });
}

/** No manager spoke within the days that the company gives him, and others wait: the seat goes on. */
export function lapseNomination(session: TrainingSession, nomination: Nomination, at: Date): Seating {
  return leave(session, nomination, { event: 'withdraw', by: '', at, reason: LAPSED });
}

/** The last of the days that a manager has for his word. */
const lastDayToDecide = ({ nominatedAt }: Pick<Nomination, 'nominatedAt'>, withinDays: number): LocalDate =>
  addDays(businessDateOf(nominatedAt), withinDays);

/** Until when a manager has to speak: within the days that he has, and before the training. */
export function decideBy(nomination: Pick<Nomination, 'nominatedAt' | 'heldOn'>, withinDays: number): LocalDate {
  const [last, { heldOn }] = [lastDayToDecide(nomination, withinDays), nomination];
  // Self-study that has begun when somebody joins it goes on.
  return heldOn < last && heldOn >= businessDateOf(nomination.nominatedAt) ? heldOn : last;
}

/** True for a seat that no manager has agreed to in time and that somebody else could take. */
export function hasLapsed(
  session: Pick<TrainingSession, 'state' | 'waitingCount'>,
  nomination: Nomination,
  { today, withinDays }: { readonly today: LocalDate; readonly withinDays: number },
): boolean {
  const { state, approval } = nomination;
  const isPending = session.state === 'PLANNED' && state === 'SEATED' && approval === 'PENDING';
  return isPending && session.waitingCount > 0 && lastDayToDecide(nomination, withinDays) < today;
}

/** Somebody who came without a nomination, for the list of his trainings. */
export function addedNomination(
  { id: sessionId, heldOn }: TrainingSession,
  of: { id: string; by: string; at: Date; place: number; line: AttendanceLine },
): Nomination {
  const { id, by, at, place, line } = of;
  return {
    ...{ id, version: 0, sessionId, employeeId: line.employeeId, place, state: 'SEATED', approval: 'ACCEPTED', source: 'ADDED' },
    ...{ nominatedBy: by, nominatedAt: at, decidedBy: by, decidedAt: at, reason: line.addedReason, heldOn, outcome: 'ATTENDED' },
  };
}

/**
 * What became of a place once the training was held: who was there attended; whoever was there without his manager's word, or without a seat, was
 * let in by who wrote it down, for the reason that stands on his line; who had a seat and stayed away was absent; whoever only waited never had one.
 */
export function settleNomination(
  nomination: Nomination,
  line: AttendanceLine | undefined,
  { by, at }: Pick<Verdict, 'by' | 'at'>,
): Nomination {
  const { state, approval } = nomination;
  if (!line)
    return isNominated(nomination)
      ? { ...nomination, outcome: 'ABSENT' }
      : { ...nomination, state: nominationMachine.next(state, 'cancel') };
  const letIn = line.addedReason === null ? {} : { source: 'ADDED' as const, reason: line.addedReason };
  const decided = approval === 'PENDING' ? { approval: 'ACCEPTED' as const, decidedBy: by, decidedAt: at, ...letIn } : letIn;
  return { ...nomination, ...decided, state: state === 'WAITING' ? nominationMachine.next(state, 'seat') : state, outcome: 'ATTENDED' };
}

/** True for somebody who may come: he has a seat and his manager agrees. */
export function isNominated({ state, approval }: Pick<Nomination, 'state' | 'approval'>): boolean {
  return state === 'SEATED' && approval === 'ACCEPTED';
}

function seat(session: TrainingSession, nomination: Nomination): Seating {
  const state = nominationMachine.next(nomination.state, 'seat');
  const seats = { seatsTaken: session.seatsTaken + 1, waitingCount: session.waitingCount - 1 };
  return { session: { ...session, ...seats }, nomination: { ...nomination, state } };
}

function leave(session: TrainingSession, nomination: Nomination, of: Verdict & { event: NominationEvent }): Seating {
  if (session.state !== 'PLANNED') throw new DomainError('NOMINATION_CLOSED', { state: session.state }, 'nominationId');
  const state = nominationMachine.next(nomination.state, of.event);
  const reason = of.reason?.trim() ?? '';
  if ([...reason].length < LEAST_REASON_LENGTH) throw new DomainError('NOMINATION_REASON_MISSING', {}, 'reason');
  const wasSeated = nomination.state === 'SEATED';
  const seatsTaken = session.seatsTaken - (wasSeated ? 1 : 0);
  const waitingCount = session.waitingCount - (wasSeated ? 0 : 1);
  return { session: { ...session, seatsTaken, waitingCount }, nomination: { ...nomination, state, reason } };
}

function checkPending({ approval, state }: Nomination): void {
  if (approval !== 'PENDING' || (state !== 'SEATED' && state !== 'WAITING'))
    throw new DomainError('NOMINATION_DECIDED', {}, 'nominationId');
}
