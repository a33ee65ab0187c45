import { describe, expect, it } from '@jest/globals';
import { BANK_LINE_STATES, bankLineMachine, OPEN_LINES } from './bank-line.machine.js';

const EVENTS = ['match', 'miss', 'fail', 'post', 'setAside'] as const;

describe('[7.12, 4.19] the states of a line of a bank statement', () => {
  it.each([
    ['NEW', ['match', 'miss', 'fail', 'setAside']],
    ['POSTING', ['post', 'miss', 'fail']],
    ['UNMATCHED', ['match', 'setAside']],
    ['FAILED', ['match', 'setAside']],
    ['SET_ASIDE', ['match']],
    ['POSTED', ['match']],
  ] as const)('%s allows %j and refuses everything else, naming what is allowed', (state, allowed) => {
    expect(bankLineMachine.allowed(state)).toEqual(allowed);
    for (const event of EVENTS.filter((one) => !(allowed as readonly string[]).includes(one))) {
      expect(() => bankLineMachine.next(state, event)).toThrow(
        expect.objectContaining({ code: 'ILLEGAL_TRANSITION', data: expect.objectContaining({ allowed }) }),
      );
    }
  });

  it('money is posted only after its loan was written down', () => {
    const before = BANK_LINE_STATES.filter((state) => (Object.values(bankLineMachine.states[state]) as string[]).includes('POSTED'));
    expect(before).toEqual(['POSTING']);
  });

  it('only what the job carries on by itself is open', () => {
    expect(OPEN_LINES.filter((state) => state === ('UNMATCHED' as string) || state === ('POSTED' as string))).toEqual([]);
  });
});
