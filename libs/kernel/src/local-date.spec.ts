import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  addMonths,
  businessDateOf,
  dayNumberToDate,
  daysBetween,
  daysInYear,
  instantOf,
  parseLocalDate,
  quarterOf,
  quarterRange,
  quartersAfter,
  quartersBetween,
  toDayNumber,
  weekdayOf,
} from './local-date.js';
import type { LocalDate } from './local-date.js';

const date = (text: string): LocalDate => parseLocalDate(text);

describe('parseLocalDate', () => {
  test.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '26-01-01',
    '2026-1-1',
    '2026/01/01',
    '2026-01-01T00:00',
    '',
    'today',
  ])('refuses "%s"', (text) => {
    expect(() => parseLocalDate(text)).toThrow('DATE_INVALID');
  });

  test.each(['2024-02-29', '1986-05-04', '2100-12-31'])('takes %s', (text) => {
    expect(parseLocalDate(text)).toBe(text);
  });
});

test.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2024-01-31', 1, '2024-02-29'],
  ['2026-01-31', 2, '2026-03-31'],
  ['2026-03-31', -1, '2026-02-28'],
  ['2026-11-15', 14, '2028-01-15'],
  ['2026-01-15', -1, '2025-12-15'],
])('%s plus %d months is %s', (from, months, to) => {
  expect(addMonths(date(from), months)).toBe(to);
});

test.each([
  ['2026-01-31', 1, '2026-03-01'],
  ['2026-01-31', 2, '2026-03-31'],
  ['2024-01-30', 1, '2024-03-01'],
  ['2026-10-31', 2, '2026-12-31'],
  ['2026-01-28', 1, '2026-02-28'],
])('%s plus %d months is %s where a lacking day becomes the first of the next month', (from, months, to) => {
  expect(addMonths(date(from), months, 'ROLL')).toBe(to);
});

test.each([
  [2026, 365],
  [2024, 366],
  [2000, 366],
  [2100, 365],
])('%d has %d days', (year, days) => expect(daysInYear(year)).toBe(days));

test('the calendar is that of Date, day by day over eight centuries', () => {
  for (let day = -150_000; day < 150_000; day += 7) {
    const instant = new Date(day * 86_400_000);
    const text = dayNumberToDate(day);
    if (text !== instant.toISOString().slice(0, 10) || toDayNumber(text) !== day || weekdayOf(text) !== (instant.getUTCDay() || 7)) {
      throw new Error(`day ${day} is ${instant.toISOString()}, not ${text}`);
    }
  }
});

describe('the business date in Asia/Shanghai', () => {
  test.each([
    ['2026-03-31T15:59:59Z', '2026-03-31'],
    ['2026-03-31T16:00:00Z', '2026-04-01'],
    ['2025-12-31T16:00:00Z', '2026-01-01'],
  ])('%s is %s', (instant, expected) => {
    expect(businessDateOf(new Date(instant))).toBe(expected);
  });

  test('and back', () => {
    expect(instantOf(date('2026-04-01'), '09:00').toISOString()).toBe('2026-04-01T01:00:00.000Z');
  });
});

test('days are counted and stepped alike', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60_000 }), fc.integer({ min: -3_000, max: 3_000 }), (start, step) => {
      const from = dayNumberToDate(start);
      return toDayNumber(from) === start && daysBetween(from, addDays(from, step)) === step;
    }),
  );
});

test.each([
  ['2026-11-23', 1],
  ['2026-11-28', 6],
  ['2026-11-29', 7],
])('%s is weekday %d', (text, weekday) => {
  expect(weekdayOf(date(text))).toBe(weekday);
});

describe('quarters', () => {
  test.each([
    ['2026-01-01', '2026-Q1'],
    ['2026-03-31', '2026-Q1'],
    ['2026-10-01', '2026-Q4'],
  ])('%s is in %s', (text, quarter) => {
    expect(quarterOf(date(text))).toBe(quarter);
  });

  test('range', () => {
    expect(quarterRange('2026-Q4')).toEqual({ from: '2026-10-01', to: '2026-12-31' });
  });

  test.each<[string, number, string]>([
    ['2026-Q3', 0, '2026-Q3'],
    ['2026-Q3', 2, '2027-Q1'],
    ['2026-Q3', -3, '2025-Q4'],
    ['2025-Q4', 1, '2026-Q1'],
    ['2026-Q1', -1, '2025-Q4'],
    ['2026-Q2', 40, '2036-Q2'],
    ['2000-Q1', -4, '1999-Q1'],
  ])('from %s by %i is %s, and so far lies it', (quarter, count, other) => {
    expect(quartersAfter(quarter, count)).toBe(other);
    expect([quartersBetween(quarter, other), quartersBetween(other, quarter)]).toEqual([count, 0 - count]);
  });

  test.each(['2026-Q5', '2026Q1', 'Q1', '', '2026-Q0', '2026-Q10'])('refuses "%s"', (quarter) => {
    for (const act of [() => quarterRange(quarter), () => quartersAfter(quarter, 1), () => quartersBetween('2026-Q1', quarter)])
      expect(act).toThrow('QUARTER_INVALID');
  });
});
