import { describe, expect, it } from '@jest/globals';
import { LOAN_REQUEST_STATES, loanRequestMachine } from './loan-request.machine.js';

describe('[7.12] a request to change a loan, state by event', () => {
  it.each(LOAN_REQUEST_STATES.filter((state) => state !== 'OPEN'))('%s is its end', (state) => {
    expect(loanRequestMachine.isFinal(state)).toBe(true);
    for (const event of ['approve', 'reject', 'withdraw'] as const)
      expect(() => loanRequestMachine.next(state, event)).toThrow('ILLEGAL_TRANSITION');
  });

  it('an open one waits for a decision', () => {
    expect((['approve', 'reject', 'withdraw'] as const).map((event) => loanRequestMachine.next('OPEN', event))).toEqual([
      'APPROVED',
      'REJECTED',
      'WITHDRAWN',
    ]);
  });
});
