import { describe, expect, it } from '@jest/globals';
import { CONTRACT_REVIEW_STATES, contractReviewMachine } from './contract-review.machine.js';

const ALLOWED: Readonly<Record<string, string>> = { 'open pass': 'reviewed', 'open return': 'returned', 'open drop': 'dropped' };

describe('[2.12] review of a contract, state x event', () => {
  it.each(CONTRACT_REVIEW_STATES.flatMap((state) => (['pass', 'return', 'drop'] as const).map((event) => [state, event] as const)))(
    '%s %s',
    (state, event) => {
      const next = ALLOWED[`${state} ${event}`];
      if (next) expect(contractReviewMachine.next(state, event)).toBe(next);
      else expect(() => contractReviewMachine.next(state, event)).toThrow(expect.objectContaining({ code: 'ILLEGAL_TRANSITION' }));
    },
  );
});
