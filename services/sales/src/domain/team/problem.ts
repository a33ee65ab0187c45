import { DomainError } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { wordsForOthers } from '../application/information-requests.js';
import { problemMachine } from './problem.machine.js';
import type { ProblemEvent, ProblemState } from './problem.machine.js';

// A problem of the daily work (工作问题): anybody of the department raises it, the manager gives it to somebody with a day, the owner says
// how it was solved, and who raised it, or the manager, agrees or sends it back. Nothing is solved by being forgotten.

export const PROBLEM_KINDS = ['CUSTOMER', 'PROCESS', 'PRODUCT', 'SYSTEM', 'TEAM', 'OTHER'] as const;
export type ProblemKind = (typeof PROBLEM_KINDS)[number];

export interface ProblemStep {
  readonly event: ProblemEvent | 'raise';
  readonly by: string;
  readonly at: Date;
  readonly words: string | null;
}

export interface SalesProblem {
  readonly id: string;
  readonly version: number;
  readonly kind: ProblemKind;
  readonly title: string;
  readonly text: string;
  readonly state: ProblemState;
  readonly raisedBy: string;
  readonly raisedAt: Date;
  readonly ownerId: string | null;
  readonly dueOn: LocalDate | null;
  readonly steps: readonly ProblemStep[];
}

type Act = Omit<ProblemStep, 'event'>;

/** A problem as it is raised. */
export function raiseProblem(raised: Pick<SalesProblem, 'id' | 'kind' | 'title'> & Act): SalesProblem {
  const { id, kind, by, at } = raised;
  const title = wordsForOthers(raised.title, 'title');
  const text = wordsForOthers(raised.words ?? '', 'text');
  const open = { state: problemMachine.initial, ownerId: null, dueOn: null };
  return { id, version: 0, kind, title, text, ...open, raisedBy: by, raisedAt: at, steps: [{ event: 'raise', by, at, words: text }] };
}

/** Gives it to somebody until a day; the manager's act. Throws DomainError DUE_BEFORE_TODAY. */
export function assignProblem(
  problem: SalesProblem,
  to: { readonly ownerId: string; readonly dueOn: LocalDate },
  act: Act,
  today: LocalDate,
): SalesProblem {
  if (to.dueOn < today) throw new DomainError('DUE_BEFORE_TODAY', { dueOn: to.dueOn }, 'dueOn');
  return step({ ...problem, ...to }, 'assign', act);
}

/** The owner says how it was solved. Throws DomainError NOT_THE_OWNER. */
export function solveProblem(problem: SalesProblem, act: Act): SalesProblem {
  const next = step(problem, 'solve', { ...act, words: wordsForOthers(act.words ?? '', 'resolution') });
  if (problem.ownerId !== act.by) throw new DomainError('NOT_THE_OWNER');
  return next;
}

/** Who raised it, or the manager, agrees that it is solved, or sends it back; never the owner alone. */
export function judgeSolution(problem: SalesProblem, event: 'confirm' | 'reopen', act: Act, isManager: boolean): SalesProblem {
  const words = event === 'reopen' ? wordsForOthers(act.words ?? '', 'reason') : act.words;
  const next = step(problem, event, { ...act, words });
  if (!isManager && problem.raisedBy !== act.by) throw new DomainError('NOT_THE_RAISER');
  if (problem.ownerId === act.by) throw new DomainError('OWN_SOLUTION');
  return next;
}

function step(problem: SalesProblem, event: ProblemEvent, act: Act): SalesProblem {
  return { ...problem, state: problemMachine.next(problem.state, event), steps: [...problem.steps, { event, ...act }] };
}
