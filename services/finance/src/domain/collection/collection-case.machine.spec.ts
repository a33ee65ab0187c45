import { describe, expect, it } from '@jest/globals';
import { CASE_STATES, collectionCaseMachine } from './collection-case.machine.js';

describe('[7.12] the collection case, state by event', () => {
  it('is open until it is closed, once', () => {
    expect(collectionCaseMachine.initial).toBe('OPEN');
    expect(collectionCaseMachine.next('OPEN', 'close')).toBe('CLOSED');
    expect(() => collectionCaseMachine.next('CLOSED', 'close')).toThrow('ILLEGAL_TRANSITION');
    expect(CASE_STATES.map((state) => collectionCaseMachine.isFinal(state))).toEqual([false, true]);
  });
});
