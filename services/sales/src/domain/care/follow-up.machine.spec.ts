import { expect, test } from '@jest/globals';
import { FOLLOW_UP_EVENTS, FOLLOW_UP_STATES, followUpMachine } from './follow-up.machine.js';

test('[3.11] every state x event of a follow-up', () => {
  expect(
    FOLLOW_UP_STATES.map((state) =>
      FOLLOW_UP_EVENTS.map((event) => (followUpMachine.can(state, event) ? followUpMachine.next(state, event) : '-')).join(' '),
    ),
  ).toEqual(['done cancelled', '- -', '- -']);
});
