import { expect, test } from '@jest/globals';
import { caseMachine } from './case.machine.js';
import type { CaseEvent, CaseState } from './case.machine.js';

const STAYS = ['recuse', 'ask', 'propose', 'vote', 'veto', 'circulate', 'close-ballot', 'reschedule'] as const;
const EVENTS: readonly CaseEvent[] = [...STAYS, 'decide', 'return', 'withdraw'];
const allowed: Readonly<Record<CaseState, Partial<Record<CaseEvent, CaseState>>>> = {
  open: {
    ...Object.fromEntries(STAYS.map((event) => [event, 'open'])),
    ...{ decide: 'decided', return: 'returned', withdraw: 'withdrawn' },
  },
  returned: {},
  decided: {},
  withdrawn: {},
};
const cells = (Object.keys(allowed) as CaseState[]).flatMap((state) => EVENTS.map((event) => [state, event] as const));

test.each(cells)('[7.12] a case that is %s: %s', (state, event) => {
  const target = allowed[state][event];
  if (target) expect(caseMachine.next(state, event)).toBe(target);
  else expect(() => caseMachine.next(state, event)).toThrow(expect.objectContaining({ code: 'ILLEGAL_TRANSITION' }));
});
