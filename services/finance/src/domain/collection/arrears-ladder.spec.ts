import { describe, expect, it } from '@jest/globals';
import { nextStep, stepsReached } from './arrears-ladder.js';

const STEPS = [1, 8, 31];

describe('[7.4] the ladder of arrears', () => {
  it.each<[number, number]>([
    [0, 0],
    [1, 1],
    [7, 1],
    [8, 2],
    [30, 2],
    [31, 3],
    [400, 3],
  ])('%i days late are step %i', (days, step) => expect(stepsReached(STEPS, days)).toBe(step));

  it.each<[string, 'OPEN' | 'CLOSED', number, number, number | null]>([
    ['the first day', 'OPEN', 0, 1, 1],
    ['the second step', 'OPEN', 1, 8, 2],
    ['a loan that was late for long before anybody looked', 'OPEN', 0, 400, 3],
    ['not late yet', 'OPEN', 0, 0, null],
    ['the same step again', 'OPEN', 1, 7, null],
    ['late for less after a part was paid', 'OPEN', 2, 3, null],
    ['above the last step', 'OPEN', 3, 500, null],
    ['a case that is closed', 'CLOSED', 0, 40, null],
  ])('%s', (_title, state, arrearsStep, days, step) => expect(nextStep({ state, arrearsStep }, days, STEPS)).toBe(step));

  it('without steps asks for nothing', () => expect(nextStep({ state: 'OPEN', arrearsStep: 0 }, 90, [])).toBeNull());
});
