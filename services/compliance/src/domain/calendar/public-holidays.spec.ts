import { describe, expect, test } from '@jest/globals';
import { isWorkingDay, parseLocalDate, weekdayOf } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { holidayDates, HOLIDAYS, MAKE_UP_DAYS } from './public-holidays.js';

const calendar = { holidays: new Set<string>(holidayDates()), makeUpDays: new Set(MAKE_UP_DAYS), hours: [{ from: '09:00', to: '18:00' }] };

describe('[1.2] the public holidays', () => {
  test.each([
    ['2026', 33],
    ['2027', 13],
  ])('%s has %i days', (year, count) => {
    expect(holidayDates().filter((date) => date.startsWith(year))).toHaveLength(count);
  });

  test('every date is a date, rising, named once', () => {
    const dates = holidayDates();
    for (const date of [...dates, ...MAKE_UP_DAYS]) expect(parseLocalDate(date)).toBe(date);
    expect([...dates].sort()).toEqual(dates);
    expect(new Set([...dates, ...MAKE_UP_DAYS]).size).toBe(dates.length + MAKE_UP_DAYS.length);
    expect(HOLIDAYS.every(({ from, to }) => from <= to)).toBe(true);
  });

  test('make-up days are weekends', () => {
    expect(MAKE_UP_DAYS.map((date) => weekdayOf(date as LocalDate)).every((weekday) => weekday >= 6)).toBe(true);
  });

  test.each([
    ['2026-01-02', false],
    ['2026-01-04', true],
    ['2026-02-16', false],
    ['2026-02-24', true],
    ['2026-10-08', true],
    ['2026-10-10', true],
    ['2026-10-11', false],
    ['2027-01-01', false],
    ['2027-02-05', false],
    ['2027-02-09', true],
  ])('%s is worked: %p', (date, worked) => {
    expect(isWorkingDay(calendar, date as LocalDate)).toBe(worked);
  });
});
