import { describe, expect, it } from '@jest/globals';
import { InvariantViolation, parseLocalDate, parseRate } from '@weilend/kernel';
import { interestOf, yearShare } from './day-count.js';
import type { DayCount } from './terms.js';

const period = (from: string, to: string, months = 0) => ({ from: parseLocalDate(from), to: parseLocalDate(to), months });

describe('[4.3] share of a year', () => {
  it.each<[DayCount, string, string, number, bigint, bigint]>([
    ['PERIODIC', '2026-01-31', '2026-02-28', 1, 1n, 12n],
    ['PERIODIC', '2026-01-31', '2027-01-31', 12, 12n, 12n],
    ['THIRTY_360', '2026-01-31', '2026-03-31', 2, 60n, 360n],
    ['THIRTY_360', '2026-02-28', '2026-03-28', 1, 30n, 360n],
    ['THIRTY_360', '2026-01-30', '2026-01-31', 0, 0n, 360n],
    ['ACTUAL_360', '2026-01-01', '2026-01-10', 0, 9n, 360n],
    ['ACTUAL_360', '2026-01-01', '2027-01-01', 12, 365n, 360n],
    ['ACTUAL_365', '2028-01-01', '2029-01-01', 12, 366n, 365n],
    ['ACTUAL_365', '2026-05-05', '2026-05-05', 0, 0n, 365n],
  ])('%s from %s to %s', (dayCount, from, to, months, numerator, denominator) => {
    expect(yearShare(dayCount, period(from, to, months))).toEqual({ numerator, denominator });
  });

  it.each<DayCount>(['THIRTY_360', 'ACTUAL_360', 'ACTUAL_365'])('%s never runs backward', (dayCount) => {
    expect(() => yearShare(dayCount, period('2026-02-02', '2026-02-01'))).toThrow(InvariantViolation);
  });
});

describe('[4.3] one year of 12 % on 100,000 yuan (regulation.md 5.1)', () => {
  it.each<[DayCount, number]>([
    ['ACTUAL_360', 12_166_67],
    ['ACTUAL_365', 12_000_00],
    ['THIRTY_360', 12_000_00],
    ['PERIODIC', 12_000_00],
  ])('%s gives %i fen', (dayCount, expected) => {
    expect(interestOf(100_000_00, parseRate('0.12'), yearShare(dayCount, period('2026-01-01', '2027-01-01', 12)))).toBe(expected);
  });

  it('rounds half a fen up, once', () => {
    expect(interestOf(50, parseRate('0.12'), { numerator: 1n, denominator: 12n })).toBe(1);
    expect(interestOf(49, parseRate('0.12'), { numerator: 1n, denominator: 12n })).toBe(0);
    expect(interestOf(0, parseRate('0.12'), { numerator: 1n, denominator: 12n })).toBe(0);
  });
});
