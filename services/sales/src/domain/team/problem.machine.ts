import { defineMachine } from '@weilend/kernel';

// The way of a problem of the daily work: raised, given to somebody, solved, and closed only when who raised it agrees.

export const PROBLEM_STATES = ['open', 'in-hand', 'solved', 'closed'] as const;
export type ProblemState = (typeof PROBLEM_STATES)[number];

export type ProblemEvent = 'assign' | 'solve' | 'confirm' | 'reopen';

/** Raised, given to somebody, solved, confirmed by who raised it; what does not hold goes back to the owner [2.5]. */
export const problemMachine = defineMachine<ProblemState, ProblemEvent>({
  name: 'sales-problem',
  initial: 'open',
  states: {
    open: { assign: 'in-hand' },
    'in-hand': { assign: 'in-hand', solve: 'solved' },
    solved: { confirm: 'closed', reopen: 'in-hand' },
    closed: {},
  },
});
