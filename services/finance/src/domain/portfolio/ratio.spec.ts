import { expect, test } from '@jest/globals';
import { ratioOf } from './ratio.js';

test.each<[number, number, string | null]>([
  [0, 0, null],
  [5, 0, null],
  [0, 7, '0.000000'],
  [1, 3, '0.333333'],
  [2, 3, '0.666667'],
  [1, 2_000_000, '0.000001'],
  [1, 2_000_001, '0.000000'],
  [7, 7, '1.000000'],
  [30, 20, '1.500000'],
  [9_007_199_254_740_991, 9_007_199_254_740_991, '1.000000'],
])('[5.3] %s of %s is %s', (numerator, denominator, rate) => {
  expect(ratioOf(numerator, denominator)).toEqual({ numerator, denominator, rate });
});
