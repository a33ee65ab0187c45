import { describe, expect, it } from '@jest/globals';
import { SECURITY_TASK_STATES, securityTaskMachine } from './security-task.machine.js';

const ALLOWED: Readonly<Record<string, string>> = { 'open complete': 'secured', 'open return': 'returned' };

describe('[7.12] task to get more security, state x event', () => {
  it.each(SECURITY_TASK_STATES.flatMap((state) => (['complete', 'return'] as const).map((event) => [state, event] as const)))(
    '%s %s',
    (state, event) => {
      const next = ALLOWED[`${state} ${event}`];
      if (next) expect(securityTaskMachine.next(state, event)).toBe(next);
      else expect(() => securityTaskMachine.next(state, event)).toThrow(expect.objectContaining({ code: 'ILLEGAL_TRANSITION' }));
    },
  );
});
