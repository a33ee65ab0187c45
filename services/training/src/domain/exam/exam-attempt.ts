import { addDays, addMs, businessDateOf, DomainError } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import type { ExamPaper, PaperItem } from './exam-paper.js';
import { seedOf, shuffled } from './seeded-order.js';

/**
 * One attempt at an exam (答卷): it runs for the minutes of its paper from its start; the candidate saves his answers one by one, may break off
 * and go on, and hands in once. What comes after the time is refused; what was saved until then is handed in at the time by itself. It is
 * scored exactly: a question gives all its points for exactly the right choices, otherwise none [6.8].
 */
export interface AttemptItem {
  /** Place of the question in the paper. */
  readonly item: number;
  /** The order in which its choices are shown: places in the paper. */
  readonly choices: readonly number[];
  /** What the candidate chose, as places in the paper; null while he has not answered. */
  readonly answer: readonly number[] | null;
  readonly answeredAt: Date | null;
}

export interface ExamAttempt {
  readonly id: string;
  readonly version: number;
  readonly taskId: string;
  readonly sessionId: string;
  readonly paperId: string;
  readonly employeeId: string;
  readonly attemptNo: number;
  readonly seed: number;
  readonly items: readonly AttemptItem[];
  readonly state: 'RUNNING' | 'SUBMITTED';
  readonly startedAt: Date;
  readonly dueAt: Date;
  readonly submittedAt: Date | null;
  /** By the candidate, or at the time by itself. */
  readonly submittedBy: 'CANDIDATE' | 'TIME' | null;
  readonly points: number | null;
  readonly totalPoints: number;
  readonly passed: boolean | null;
}

const MINUTE_MS = 60_000;

/** Starts the next attempt after those submitted; throws when the rule of the paper does not allow one yet or any more. */
export function startAttempt(
  facts: Pick<ExamAttempt, 'id' | 'taskId' | 'sessionId' | 'employeeId' | 'seed' | 'startedAt'>,
  paper: ExamPaper,
  earlier: readonly ExamAttempt[],
): ExamAttempt {
  const may = nextAttempt(paper, earlier);
  if (may === null) throw new DomainError('EXAM_ATTEMPTS_USED', { mostAttempts: paper.mostAttempts }, 'taskId');
  if (may !== 'NOW' && businessDateOf(facts.startedAt) < may) throw new DomainError('EXAM_RETAKE_TOO_EARLY', { from: may }, 'taskId');
  const { id: paperId, totalPoints } = paper;
  return {
    ...{ ...facts, version: 0, paperId, totalPoints, attemptNo: earlier.length + 1, items: orderOf(paper.items, facts.seed) },
    ...{ state: 'RUNNING', dueAt: addMs(facts.startedAt, paper.minutes * MINUTE_MS) },
    ...{ submittedAt: null, submittedBy: null, points: null, passed: null },
  };
}

/** NOW for the first attempt, the day from which the next may be started, or null when there is none: passed, or all used. */
export function nextAttempt(paper: ExamPaper, earlier: readonly ExamAttempt[]): 'NOW' | LocalDate | null {
  const last = earlier.at(-1);
  if (!last) return 'NOW';
  if (last.passed || earlier.length >= paper.mostAttempts) return null;
  return addDays(businessDateOf(last.submittedAt ?? last.dueAt), paper.retakeAfterDays);
}

export interface GivenAnswer {
  /** Place in the order of the attempt, from 0. */
  readonly place: number;
  /** Places in the order in which the choices are shown. */
  readonly chosen: readonly number[];
  /** Must be said when an answer is there already. */
  readonly replace: boolean;
}

/** Saves one answer. Throws EXAM_ALREADY_SUBMITTED, EXAM_TIME_OVER, EXAM_ANSWER_INVALID or EXAM_QUESTION_ANSWERED. */
export function answerQuestion(attempt: ExamAttempt, paper: ExamPaper, given: GivenAnswer, now: Date): ExamAttempt {
  refuseOver(attempt, now);
  const asked = attempt.items[given.place];
  const kind = asked && paper.items[asked.item]?.kind;
  const answer = [...new Set(given.chosen)].map((shown) => asked?.choices[shown]);
  const known = answer.every((place) => place !== undefined) && answer.length === given.chosen.length && answer.length > 0;
  if (!asked || !known || (kind !== 'MULTIPLE_CHOICE' && answer.length !== 1))
    throw new DomainError('EXAM_ANSWER_INVALID', { questions: attempt.items.length }, 'chosen');
  if (asked.answer !== null && !given.replace) throw new DomainError('EXAM_QUESTION_ANSWERED', { place: given.place }, 'place');
  const saved: AttemptItem = { ...asked, answer: (answer as number[]).sort((a, b) => a - b), answeredAt: now };
  return { ...attempt, items: attempt.items.map((one, place) => (place === given.place ? saved : one)) };
}

/** The candidate hands in. Throws EXAM_ALREADY_SUBMITTED or EXAM_TIME_OVER. */
export function submitAttempt(attempt: ExamAttempt, paper: ExamPaper, now: Date): ExamAttempt {
  refuseOver(attempt, now);
  return scored(attempt, paper, { submittedAt: now, submittedBy: 'CANDIDATE' });
}

/** Hands in what was saved when the time is over, as of its end; an attempt that runs or is handed in stays as it is. */
export function submitAtTime(attempt: ExamAttempt, paper: ExamPaper, now: Date): ExamAttempt {
  if (attempt.state !== 'RUNNING' || now < attempt.dueAt) return attempt;
  return scored(attempt, paper, { submittedAt: attempt.dueAt, submittedBy: 'TIME' });
}

/** Points of 100, rounded to two decimals for reading; whether somebody passed is decided on the exact points. */
export function markOf(points: number, totalPoints: number): number {
  return Math.floor((points * 20_000 + totalPoints) / (2 * totalPoints)) / 100;
}

export const isRight = (item: PaperItem, answer: readonly number[] | null): boolean =>
  answer !== null && answer.length === item.correct.length && answer.every((place, index) => place === item.correct[index]);

function refuseOver(attempt: ExamAttempt, now: Date): void {
  if (attempt.state === 'SUBMITTED') throw new DomainError('EXAM_ALREADY_SUBMITTED', { attemptNo: attempt.attemptNo });
  if (now >= attempt.dueAt) throw new DomainError('EXAM_TIME_OVER', { dueAt: attempt.dueAt.toISOString() });
}

function scored(attempt: ExamAttempt, paper: ExamPaper, end: Pick<ExamAttempt, 'submittedAt' | 'submittedBy'>): ExamAttempt {
  const points = attempt.items.reduce((sum, { item, answer }) => {
    const asked = paper.items[item];
    return sum + (asked && isRight(asked, answer) ? asked.points : 0);
  }, 0);
  return { ...attempt, ...end, state: 'SUBMITTED', points, passed: points * 100 >= paper.passPercent * paper.totalPoints };
}

/** Another order for each attempt, of the questions and of the choices; true or false keeps its order. */
function orderOf(items: readonly PaperItem[], seed: number): AttemptItem[] {
  const places = shuffled(
    items.map((_, place) => place),
    seed,
  );
  return places.map((item) => {
    const { kind, choices } = items[item] as PaperItem;
    const order = choices.map((_, place) => place);
    return { item, choices: kind === 'TRUE_FALSE' ? order : shuffled(order, seedOf(seed, item)), answer: null, answeredAt: null };
  });
}
