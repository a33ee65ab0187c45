import { expect, test } from '@jest/globals';
import { parseLocalDate } from '@weilend/kernel';
import { mayCountFrom } from './first-quarter.js';

test.each<[string, string, boolean, boolean]>([
  ['2026-Q4', '2026-09-30', false, true],
  ['2027-Q1', '2026-09-30', false, true],
  ['2026-Q3', '2026-09-30', false, false],
  ['2026-Q3', '2026-07-01', false, false],
  ['2026-Q2', '2026-09-30', false, false],
  ['2026-Q3', '2026-09-30', true, true],
  ['2026-Q2', '2026-07-01', true, false],
  ['2025-Q4', '2026-01-01', true, false],
])('[1.7, 5.6] a rule from %s, published on %s, the first one %s: %s', (quarter, today, isFirst, expected) => {
  expect(mayCountFrom(quarter, { today: parseLocalDate(today), isFirst })).toBe(expected);
});
