import { DomainError } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import type { TrainingTopic } from '../plan/training-plan.js';
import { writtenWords } from '../written-words.js';
import { checkFacts, NO_EXTRAS } from './session-facts.js';
import type { SessionExtras } from './session-facts.js';
import { trainingSessionMachine } from './training-session.machine.js';
import type { SessionState } from './training-session.machine.js';

/**
 * One training: internal with a trainer [6.3], external at an institution [6.4], online with a resource [6.5] or as
 * practice [6.6]. After it, every attendee is evaluated by exam, reflection or on the job [6.7, 6.8], and what should
 * be better next time is written down [6.9].
 */
export const SESSION_KINDS = ['INTERNAL', 'EXTERNAL', 'ONLINE', 'PRACTICE'] as const;
export type SessionKind = (typeof SESSION_KINDS)[number];
export const PRACTICE_MODES = ['REAL_BUSINESS', 'CASE_ANALYSIS', 'SIMULATION'] as const;
export type PracticeMode = (typeof PRACTICE_MODES)[number];
export const EVALUATION_METHODS = ['EXAM', 'REFLECTION', 'ON_THE_JOB'] as const;
export type EvaluationMethod = (typeof EVALUATION_METHODS)[number];

export interface EvaluationResult {
  readonly employeeId: string;
  /** EXAM: 0-100. ON_THE_JOB: 1-5. */
  readonly mark: number | null;
  /** REFLECTION: at least 50 characters. */
  readonly text: string | null;
  /** Why there is no result: ill for long, has left. */
  readonly excuse?: string | null;
}

export interface Evaluation {
  readonly method: EvaluationMethod;
  readonly results: readonly EvaluationResult[];
  /** Empty: what should be better next time are improvements of their own, with owner and day. */
  readonly improvements: readonly string[];
  readonly evaluatedOn: LocalDate;
}

/** What every training needs to say. */
export interface SessionFacts {
  readonly id: string;
  readonly planId: string;
  readonly topic: TrainingTopic;
  readonly title: string;
  readonly kind: SessionKind;
  readonly trainerId: string | null;
  readonly institution: string | null;
  readonly resource: string | null;
  readonly mode: PracticeMode | null;
  readonly heldOn: LocalDate;
  readonly hours: number;
}

/** A change after the planning, with its reason; whoever was nominated is told. */
export interface SessionChange {
  readonly kind: 'RESCHEDULED' | 'CANCELLED' | 'NOT_HELD' | 'COST';
  readonly reason: string;
  readonly by: string;
  readonly at: Date;
  /** Day before and after, for RESCHEDULED. */
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
}

/** Who was there: nominated, or added with a reason; of a practice with what came of it [6.6]. */
export interface AttendanceLine {
  readonly employeeId: string;
  readonly addedReason: string | null;
  readonly result: PracticeResult | null;
  readonly note: string | null;
}

export const PRACTICE_RESULTS = ['ACHIEVED', 'PARTLY', 'NOT_ACHIEVED'] as const;
export type PracticeResult = (typeof PRACTICE_RESULTS)[number];

export interface TrainingSession extends SessionFacts, SessionExtras {
  readonly version: number;
  readonly state: SessionState;
  readonly seatsTaken: number;
  readonly waitingCount: number;
  /** Number in the queue that was given last. */
  readonly lastPlace: number;
  readonly changes: readonly SessionChange[];
  readonly attendeeIds: readonly string[];
  readonly attendance: readonly AttendanceLine[];
  readonly evaluation: Evaluation | null;
}

const LEAST_REFLECTION_LENGTH = 50;

/** Nothing has happened yet. */
const FRESH = {
  ...{ version: 0, state: trainingSessionMachine.initial, seatsTaken: 0, waitingCount: 0, lastPlace: 0 },
  ...{ changes: [], attendeeIds: [], attendance: [], evaluation: null },
};

/** Plans a training whose kind has what it needs [6.3-6.6]; all that is wrong is told at once. */
export function planSession(facts: SessionFacts & Partial<SessionExtras>): TrainingSession {
  const whole = { ...NO_EXTRAS, ...facts };
  checkFacts(whole);
  // Self-study that names no last day is due on its day.
  return { ...FRESH, ...whole, untilOn: whole.kind === 'ONLINE' ? (whole.untilOn ?? whole.heldOn) : null };
}

export function recordAttendance(session: TrainingSession, attendeeIds: readonly string[]): TrainingSession {
  const state = trainingSessionMachine.next(session.state, 'recordAttendance');
  if (attendeeIds.length === 0) throw new DomainError('ATTENDANCE_EMPTY', {}, 'attendeeIds');
  return { ...session, state, attendeeIds: [...new Set(attendeeIds)] };
}

/** The last day of a training: self-study goes on until its end, all others are over on their day. */
export function lastDayOf({ untilOn, heldOn }: Pick<TrainingSession, 'untilOn' | 'heldOn'>): LocalDate {
  return untilOn ?? heldOn;
}

/**
 * Results that an institution hands over for an external training, all at once. What the company finds out itself goes another way: an exam
 * is taken on a paper of the bank, a reflection is written by the attendee, and the work is marked by the superior, never by a trainer [6.8].
 */
export function evaluateSession(session: TrainingSession, evaluation: Evaluation): TrainingSession {
  const { method } = evaluation;
  trainingSessionMachine.next(session.state, 'evaluate');
  if (session.kind !== 'EXTERNAL' || method === 'ON_THE_JOB') throw new DomainError('EVALUATION_ONE_BY_ONE', { method }, 'method');
  const evaluated = completeEvaluation(session, evaluation);
  if (!evaluation.results.every((result) => fits(method, result))) throw new DomainError('EVALUATION_RESULT_INVALID', {}, 'results');
  return evaluated;
}

/** Every attendee, and nobody else, has a result or an excuse; each was judged by the rules of its method when it was given. */
export function completeEvaluation(session: TrainingSession, evaluation: Evaluation): TrainingSession {
  const state = trainingSessionMachine.next(session.state, 'evaluate');
  const evaluated = evaluation.results.map((result) => result.employeeId);
  const stranger = evaluated.find((employeeId) => !session.attendeeIds.includes(employeeId));
  if (stranger) throw new DomainError('EVALUATION_NOT_ATTENDEE', { employeeId: stranger }, 'results');
  const missing = session.attendeeIds.filter((employeeId) => !evaluated.includes(employeeId));
  if (missing.length > 0) throw new DomainError('EVALUATION_INCOMPLETE', { employeeIds: missing }, 'results');
  return { ...session, state, evaluation };
}

export function closeSession(session: TrainingSession): TrainingSession {
  if (!session.evaluation) throw new DomainError('EVALUATION_MISSING');
  return { ...session, state: trainingSessionMachine.next(session.state, 'close') };
}

function fits(method: EvaluationMethod, { mark, text }: EvaluationResult): boolean {
  if (method === 'REFLECTION')
    return [...(text ?? '').trim()].length >= LEAST_REFLECTION_LENGTH && writtenWords(text ?? '', 'results') !== '';
  return mark !== null && mark >= 0 && mark <= 100;
}
