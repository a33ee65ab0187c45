import { expect, test } from '@jest/globals';
import { DECISION_STATES, decisionMachine } from './decision.machine.js';
import type { DecisionEvent, DecisionState } from './decision.machine.js';

const EVENTS: readonly DecisionEvent[] = [
  ...(['reject', 'attach-conditions', 'take-effect', 'evidence', 'confirm-part', 'confirm', 'change', 'return', 'sign', 'lapse'] as const),
];
const allowed: Readonly<Record<string, DecisionState>> = {
  'made/reject': 'rejected',
  'made/attach-conditions': 'awaiting-conditions',
  'made/take-effect': 'in-force',
  'awaiting-conditions/evidence': 'evidenced',
  'awaiting-conditions/change': 'awaiting-conditions',
  'awaiting-conditions/take-effect': 'in-force',
  'awaiting-conditions/lapse': 'lapsed',
  'evidenced/confirm-part': 'evidenced',
  'evidenced/change': 'evidenced',
  'evidenced/take-effect': 'in-force',
  'evidenced/confirm': 'in-force',
  'evidenced/return': 'awaiting-conditions',
  'evidenced/lapse': 'lapsed',
  'in-force/sign': 'signed',
  'in-force/lapse': 'lapsed',
};
const cells = DECISION_STATES.flatMap((state) => EVENTS.map((event) => [state, event] as const));

test.each(cells)('[7.12] a decision that is %s: %s', (state, event) => {
  const target = allowed[`${state}/${event}`];
  if (target) expect(decisionMachine.next(state, event)).toBe(target);
  else expect(() => decisionMachine.next(state, event)).toThrow(expect.objectContaining({ code: 'ILLEGAL_TRANSITION' }));
});
