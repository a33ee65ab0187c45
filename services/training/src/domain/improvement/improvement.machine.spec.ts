import { expect, test } from '@jest/globals';
import { improvementMachine } from './improvement.machine.js';

test.each([
  ['OPEN', 'finish', 'DONE'],
  ['OPEN', 'drop', 'DROPPED'],
] as const)('[6.9] %s then %s gives %s', (state, event, next) => {
  expect(improvementMachine.next(state, event)).toBe(next);
});

test.each([
  ['DONE', 'finish'],
  ['DONE', 'drop'],
  ['DROPPED', 'finish'],
  ['DROPPED', 'drop'],
] as const)('[6.9] %s then %s is refused', (state, event) => {
  expect(() => improvementMachine.next(state, event)).toThrow('ILLEGAL_TRANSITION');
});
