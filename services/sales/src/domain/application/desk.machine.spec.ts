import { expect, test } from '@jest/globals';
import { DESK_EVENTS, DESK_STATES, deskMachine } from './desk.machine.js';

test('[4.4-4.8] every state x event of an application at our desk', () => {
  const table = Object.fromEntries(
    DESK_STATES.map((state) => [
      state,
      DESK_EVENTS.filter((event) => deskMachine.can(state, event)).map((event) => `${event} -> ${deskMachine.next(state, event)}`),
    ]),
  );
  expect(table).toEqual({
    draft: ['submit -> submitted', 'withdraw -> withdrawn'],
    submitted: ['start-check -> under-check', 'withdraw -> withdrawn'],
    'under-check': ['return -> returned', 'pass -> passed', 'withdraw -> withdrawn'],
    returned: ['resubmit -> resubmitted', 'withdraw -> withdrawn'],
    resubmitted: ['start-check -> under-check', 'withdraw -> withdrawn'],
    passed: ['return-from-risk -> returned', 'sign -> signed', 'withdraw -> withdrawn'],
    signed: [],
    withdrawn: [],
  });
});

test.each(
  DESK_STATES.flatMap((state) => DESK_EVENTS.filter((event) => !deskMachine.can(state, event)).map((event) => [state, event] as const)),
)('[7.12] %s does not allow %s and says what it allows', (state, event) => {
  expect(() => deskMachine.next(state, event)).toThrow(
    expect.objectContaining({
      code: 'ILLEGAL_TRANSITION',
      data: { machine: 'application', state, event, allowed: deskMachine.allowed(state) },
    }),
  );
});
