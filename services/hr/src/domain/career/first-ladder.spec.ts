import { expect, test } from '@jest/globals';
import { parseLocalDate } from '@weilend/kernel';
import { firstLadder } from './first-ladder.js';
import { checkLadder } from './ladder.js';

test('[6.10] the ladder that a company starts with is one that hr could publish, and the manager’s level asks for most', () => {
  expect(() => checkLadder(firstLadder, parseLocalDate('2019-12-31'))).not.toThrow();
  const asked = firstLadder.levels.map(({ criteria }) => criteria?.severeFreeQuarters ?? 0);
  expect([...asked].sort((a, b) => a - b)).toEqual(asked);
});
