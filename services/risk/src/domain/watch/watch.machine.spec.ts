import { describe, expect, it } from '@jest/globals';
import { WATCH_ACTS, WATCH_STATES, watchMachine } from './watch.machine.js';

const ALLOWED: Readonly<Record<string, string>> = {
  'WATCHED propose': 'ENDING',
  'ENDING confirm': 'ENDED',
  'ENDING reject': 'WATCHED',
};

describe('[7.12] watch, state x event', () => {
  it.each(WATCH_STATES.flatMap((state) => WATCH_ACTS.map((event) => [state, event] as const)))('%s %s', (state, event) => {
    const next = ALLOWED[`${state} ${event}`];
    if (next) expect(watchMachine.next(state, event)).toBe(next);
    else expect(() => watchMachine.next(state, event)).toThrow(expect.objectContaining({ code: 'ILLEGAL_TRANSITION' }));
  });
});
