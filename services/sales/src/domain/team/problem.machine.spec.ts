import { expect, test } from '@jest/globals';
import { PROBLEM_STATES, problemMachine } from './problem.machine.js';
import type { ProblemEvent } from './problem.machine.js';

test('[2.5, 7.12] every state x event of a problem', () => {
  const events: ProblemEvent[] = ['assign', 'solve', 'confirm', 'reopen'];
  const table = PROBLEM_STATES.map((state) =>
    events.map((event) => (problemMachine.can(state, event) ? problemMachine.next(state, event) : '-')).join(' '),
  );
  expect(table).toEqual(['in-hand - - -', 'in-hand solved - -', '- - closed in-hand', '- - - -']);
});
