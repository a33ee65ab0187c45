import { expect, test } from '@jest/globals';
import { difference, fractionOf, mean, rounded, sum, times } from './fraction.js';

test.each<[number, number, number]>([
  [1, 3, 0.3333],
  [2, 3, 0.6667],
  [-2, 3, -0.6667],
  [1, 8, 0.125],
  [1, 20_000, 0.0001],
  [-1, 20_000, -0.0001],
  [1, 20_001, 0],
  [-1, 20_001, 0],
  [7, -2, -3.5],
  [0, 5, 0],
])('%s/%s reads %s', (over, under, expected) => {
  expect(rounded(fractionOf(over, under))).toBe(expected);
});

test('a tenth and two tenths are three tenths', () => {
  expect(difference(sum(fractionOf(1, 10), fractionOf(2, 10)), fractionOf(3, 10)).over).toBe(0n);
});

test('a mean is exact until it is shown', () => {
  expect(times(mean([1, 2, 2]), fractionOf(3))).toEqual({ over: 15n, under: 3n });
  expect(() => mean([])).toThrow('zero');
});
