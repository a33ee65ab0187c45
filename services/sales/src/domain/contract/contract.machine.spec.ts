import { expect, test } from '@jest/globals';
import { CONTRACT_STATES, contractMachine } from './contract.machine.js';

test('[2.12] a contract is signed once and never changed or voided afterwards', () => {
  expect(CONTRACT_STATES.map((state) => contractMachine.allowed(state))).toEqual([['sign', 'void', 'expire'], [], [], []]);
});

test.each([
  ['signed', 'sign'],
  ['signed', 'void'],
  ['void', 'sign'],
  ['void', 'void'],
  ['signed', 'expire'],
  ['void', 'expire'],
  ['expired', 'sign'],
  ['expired', 'void'],
] as const)('[7.12] a contract that is %s does not allow %s', (state, event) => {
  expect(() => contractMachine.next(state, event)).toThrow(expect.objectContaining({ code: 'ILLEGAL_TRANSITION' }));
});
