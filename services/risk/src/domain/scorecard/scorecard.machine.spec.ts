import { describe, expect, it } from '@jest/globals';
import { SCORECARD_STATES, scorecardMachine } from './scorecard.machine.js';
import type { ScorecardEvent } from './scorecard.machine.js';

const EVENTS: readonly ScorecardEvent[] = ['propose', 'approve', 'reject', 'activate', 'retire'];
const ALLOWED: Readonly<Record<string, string>> = {
  'DRAFT propose': 'PROPOSED',
  'DRAFT reject': 'REJECTED',
  'PROPOSED approve': 'PROPOSED',
  'PROPOSED reject': 'REJECTED',
  'PROPOSED activate': 'ACTIVE',
  'ACTIVE retire': 'RETIRED',
};

describe('[7.12] scorecard, state x event', () => {
  it.each(SCORECARD_STATES.flatMap((state) => EVENTS.map((event) => [state, event] as const)))('%s %s', (state, event) => {
    const next = ALLOWED[`${state} ${event}`];
    if (next) expect(scorecardMachine.next(state, event)).toBe(next);
    else expect(() => scorecardMachine.next(state, event)).toThrow(expect.objectContaining({ code: 'ILLEGAL_TRANSITION' }));
  });
});
