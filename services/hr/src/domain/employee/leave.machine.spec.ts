import { describe, expect, test } from '@jest/globals';
import { LEAVE_ACTS, LEAVE_STATES, leaveMachine } from './leave.machine.js';

const ALLOWED: Readonly<Record<string, string>> = {
  'REQUESTED approve': 'APPROVED',
  'REQUESTED reject': 'REJECTED',
  'REQUESTED cancel': 'CANCELLED',
  'APPROVED cancel': 'CANCELLED',
};

describe('[7.12] leave, state x event', () => {
  test.each(LEAVE_STATES.flatMap((state) => LEAVE_ACTS.map((event) => [state, event] as const)))('%s %s', (state, event) => {
    const next = ALLOWED[`${state} ${event}`];
    if (next) expect(leaveMachine.next(state, event)).toBe(next);
    else expect(() => leaveMachine.next(state, event)).toThrow(expect.objectContaining({ code: 'ILLEGAL_TRANSITION' }));
  });
});
