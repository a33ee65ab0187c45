import { describe, expect, test } from '@jest/globals';
import { fraction } from '../appraisal/fraction.js';
import { compare, measureOf, textOf } from './measure.js';
import type { HonourMetric, HonourSheet } from './measure.js';

const sheet = (change: Partial<HonourSheet> = {}): HonourSheet => ({
  ...{ id: 'apr_1', employeeId: 'emp_1', quarter: '2026-Q1', total: 90.1234, disbursedFen: 5_000_000, loans: 3, newCustomers: 2 },
  ...{ satisfactionAverage: 13 / 3, satisfactionSample: 3, satisfactionTotal: null, trainingHours: 2.5 },
  ...change,
});

describe('[5.9] what honours are measured by', () => {
  const second = sheet({
    total: 80,
    disbursedFen: 1,
    loans: 1,
    newCustomers: 0,
    satisfactionAverage: 5,
    satisfactionSample: 1,
    trainingHours: 1,
  });
  test.each<[HonourMetric, string, string]>([
    ['TOTAL_SCORE', '90.1234', '85.0617'],
    ['DISBURSED_AMOUNT', '5000000', '5000001'],
    ['LOANS', '3', '4'],
    ['NEW_CUSTOMERS', '2', '2'],
    ['SATISFACTION', '4.3333', '4.5'],
    ['TRAINING_HOURS', '2.5', '3.5'],
  ])('%s of one quarter is %s, of two %s', (metric, one, two) => {
    expect(textOf(measureOf(metric, [sheet()]))).toBe(one);
    expect(textOf(measureOf(metric, [sheet(), second]))).toBe(two);
  });

  test('satisfaction of sheets that name the sum of the marks is that sum by the answers', () => {
    const named = sheet({ satisfactionTotal: 12, satisfactionSample: 3, satisfactionAverage: 4 });
    expect(compare(measureOf('SATISFACTION', [named]), fraction(12, 3))).toBe(0);
  });

  test('is not there without an answer, or without a sheet', () => {
    expect(measureOf('SATISFACTION', [sheet({ satisfactionAverage: null, satisfactionSample: 0 })])).toBeNull();
    expect(measureOf('LOANS', [])).toBeNull();
    expect(textOf(null)).toBe('-');
  });
});

describe('[5.9] exact comparison', () => {
  const of = (numerator: number, denominator: number) => fraction(numerator, denominator);
  test.each([
    ['a third and two sixths', of(1, 3), of(2, 6), 0],
    ['a hair above a third', of(33_333_334, 100_000_000), of(1, 3), 1],
    ['a hair below', of(33_333_333, 100_000_000), of(1, 3), -1],
    ['large sums that differ by a fen', of(900_719_925_474_099, 1), of(900_719_925_474_098, 1), 1],
    ['something and nothing', of(0, 1), null, 1],
    ['nothing and something', null, of(-5, 1), -1],
    ['nothing and nothing', null, null, 0],
  ])('%s', (_title, a, b, sign) => {
    expect(compare(a, b)).toBe(sign);
  });
});
