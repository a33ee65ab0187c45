import { expect, it } from '@jest/globals';
import { BONUS_STATES, bonusMachine, LIVE_BONUS_STATES } from './bonus.machine.js';

const EVENTS = ['make', 'check', 'send', 'pay', 'return'] as const;

it.each(BONUS_STATES.flatMap((state) => EVENTS.map((event) => ({ state, event }))))('[7.12] $state on $event', ({ state, event }) => {
  const next = (bonusMachine.states[state] as Record<string, string>)[event];
  if (next) expect(bonusMachine.next(state, event)).toBe(next);
  else expect(() => bonusMachine.next(state, event)).toThrow('ILLEGAL_TRANSITION');
});

it('[5.6] only what came back may be handed over anew', () => {
  expect(BONUS_STATES.filter((state) => !(LIVE_BONUS_STATES as readonly string[]).includes(state))).toEqual(['RETURNED']);
});
