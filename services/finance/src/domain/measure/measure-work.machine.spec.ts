import { describe, expect, it } from '@jest/globals';
import { MEASURE_WORK_ACTS, MEASURE_WORK_STATES, measureWorkMachine } from './measure-work.machine.js';

const ALLOWED: Readonly<Record<string, string>> = { 'OPEN complete': 'DONE', 'OPEN return': 'RETURNED' };

describe('[7.12] work of a measure, state x event', () => {
  it.each(MEASURE_WORK_STATES.flatMap((state) => MEASURE_WORK_ACTS.map((event) => [state, event] as const)))('%s %s', (state, event) => {
    const next = ALLOWED[`${state} ${event}`];
    if (next) expect(measureWorkMachine.next(state, event)).toBe(next);
    else expect(() => measureWorkMachine.next(state, event)).toThrow(expect.objectContaining({ code: 'ILLEGAL_TRANSITION' }));
  });
});
