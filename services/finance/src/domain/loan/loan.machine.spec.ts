import { describe, expect, it } from '@jest/globals';
import { LOAN_STATES, loanMachine } from './loan.machine.js';

describe('[7.12] the loan, state by event', () => {
  it('runs until it is settled, once', () => {
    expect(loanMachine.initial).toBe('ACTIVE');
    expect(loanMachine.next('ACTIVE', 'settle')).toBe('SETTLED');
    expect(() => loanMachine.next('SETTLED', 'settle')).toThrow('ILLEGAL_TRANSITION');
    expect(LOAN_STATES.map((state) => loanMachine.isFinal(state))).toEqual([false, false, true, true]);
    expect(loanMachine.next('ACTIVE', 'write-off')).toBe('WRITTEN_OFF');
    expect(loanMachine.next('WRITTEN_OFF', 'settle')).toBe('SETTLED');
    expect(() => loanMachine.next('SETTLED', 'write-off')).toThrow('ILLEGAL_TRANSITION');
  });

  it('is no more when its payment is taken back, while it runs', () => {
    expect(loanMachine.next('ACTIVE', 'reverse')).toBe('REVERSED');
    for (const state of ['SETTLED', 'REVERSED'] as const)
      for (const event of ['settle', 'reverse'] as const) expect(() => loanMachine.next(state, event)).toThrow('ILLEGAL_TRANSITION');
  });
});
