import { expect, test } from '@jest/globals';
import { BONUS_FORMULA_STATES, bonusFormulaMachine } from './formula.machine.js';

test('[5.6] the list of states is that of the machine', () => {
  expect(Object.keys(bonusFormulaMachine.states).sort()).toEqual([...BONUS_FORMULA_STATES].sort());
});

test.each([
  ['PUBLISHED', 'publish'],
  ['PUBLISHED', 'withdraw'],
  ['WITHDRAWN', 'publish'],
  ['WITHDRAWN', 'withdraw'],
] as const)('[5.6] a formula that is %s knows no %s', (state, event) => {
  expect(() => bonusFormulaMachine.next(state, event)).toThrow('ILLEGAL_TRANSITION');
});

test.each([
  ['publish', 'PUBLISHED'],
  ['withdraw', 'WITHDRAWN'],
] as const)('[5.6] a draft knows %s', (event, state) => {
  expect(bonusFormulaMachine.next('DRAFT', event)).toBe(state);
});
