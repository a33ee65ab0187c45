import { expect, test } from '@jest/globals';
import { nominationMachine } from './nomination.machine.js';
import type { NominationEvent, NominationState } from './nomination.machine.js';

const STATES: readonly NominationState[] = ['WAITING', 'SEATED', 'WITHDRAWN', 'DECLINED', 'CANCELLED'];
const EVENTS: readonly NominationEvent[] = ['seat', 'withdraw', 'decline', 'cancel'];
const ALLOWED: Readonly<Record<string, NominationState>> = {
  'WAITING seat': 'SEATED',
  'WAITING withdraw': 'WITHDRAWN',
  'WAITING decline': 'DECLINED',
  'WAITING cancel': 'CANCELLED',
  'SEATED withdraw': 'WITHDRAWN',
  'SEATED decline': 'DECLINED',
  'SEATED cancel': 'CANCELLED',
};

test.each(STATES.flatMap((state) => EVENTS.map((event) => [state, event] as const)))('[6.4] %s then %s', (state, event) => {
  const next = ALLOWED[`${state} ${event}`];
  if (next) expect(nominationMachine.next(state, event)).toBe(next);
  else expect(() => nominationMachine.next(state, event)).toThrow('ILLEGAL_TRANSITION');
});
