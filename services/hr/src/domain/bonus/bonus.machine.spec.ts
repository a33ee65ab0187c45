import { describe, expect, test } from '@jest/globals';
import { BONUS_STATES, bonusMachine, DEFERRED_STATES, deferredBonusMachine } from './bonus.machine.js';

const machines = [
  [bonusMachine, BONUS_STATES],
  [deferredBonusMachine, DEFERRED_STATES],
] as const;

test.each(machines)('[5.6] the list of states is that of the machine', (machine, states) => {
  expect(Object.keys(machine.states).sort()).toEqual([...states].sort());
});

describe('[5.6] what is approved is never edited', () => {
  test.each(['prepare', 'reject', 'block', 'approve', 'settle'] as const)('no %s after it', (event) => {
    for (const state of ['SENT', 'RETURNED', 'PAID', 'NOTHING_DUE'] as const)
      expect(() => bonusMachine.next(state, event)).toThrow('ILLEGAL_TRANSITION');
  });

  test('paid and settled without payment are the ends; what is blocked is nobody’s to approve, only to prepare again', () => {
    expect(BONUS_STATES.filter((state) => bonusMachine.isFinal(state))).toEqual(['PAID', 'NOTHING_DUE']);
    expect(bonusMachine.states.BLOCKED).toEqual({ prepare: 'PREPARED' });
    expect(DEFERRED_STATES.filter((state) => deferredBonusMachine.isFinal(state))).toEqual(['PAID', 'NOTHING_DUE']);
  });
});
