import { describe, expect, it } from '@jest/globals';
import { ARREARS_TASK_STATES, arrearsTaskMachine } from './arrears-task.machine.js';

const ALLOWED: Readonly<Record<string, string>> = { 'open contact': 'contacted', 'open recall': 'recalled' };

describe('[7.12] task about arrears, state x event', () => {
  it.each(ARREARS_TASK_STATES.flatMap((state) => (['contact', 'recall'] as const).map((event) => [state, event] as const)))(
    '%s %s',
    (state, event) => {
      const next = ALLOWED[`${state} ${event}`];
      if (next) expect(arrearsTaskMachine.next(state, event)).toBe(next);
      else expect(() => arrearsTaskMachine.next(state, event)).toThrow(expect.objectContaining({ code: 'ILLEGAL_TRANSITION' }));
    },
  );
});
