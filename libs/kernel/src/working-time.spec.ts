import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseLocalDate } from './local-date.js';
import { addWorkingMs, addWorkingTime, isWorkingDay, parseWorkingDuration, workingMs, workingMsBetween } from './working-time.js';
import type { WorkingCalendar } from './working-time.js';

/** National Day week 2026 with its make-up days. */
const calendar: WorkingCalendar = {
  holidays: new Set(['2026-10-01', '2026-10-02', '2026-10-03', '2026-10-04', '2026-10-05', '2026-10-06', '2026-10-07']),
  makeUpDays: new Set(['2026-09-20', '2026-10-10']),
  hours: [
    { from: '09:00', to: '12:00' },
    { from: '13:30', to: '18:00' },
  ],
};
const at = (local: string): Date => new Date(`${local}:00+08:00`);

test.each([
  ['2026-09-30', true],
  ['2026-10-01', false],
  ['2026-10-03', false],
  ['2026-10-10', true],
  ['2026-10-11', false],
  ['2026-09-20', true],
])('%s is a working day: %s', (day, working) => {
  expect(isWorkingDay(calendar, parseLocalDate(day))).toBe(working);
});

describe('[1.6] deadlines in working time', () => {
  test.each([
    ['1h inside the morning', '2026-11-23T09:30', '1h', '2026-11-23T10:30'],
    ['over lunch', '2026-11-23T11:30', '1h', '2026-11-23T14:00'],
    ['over night', '2026-11-23T17:30', '1h', '2026-11-24T09:30'],
    ['over the week-end', '2026-11-20T17:30', '1h', '2026-11-23T09:30'],
    ['from before opening', '2026-11-23T03:00', '30m', '2026-11-23T09:30'],
    ['from a Sunday', '2026-11-22T12:00', '1d', '2026-11-23T18:00'],
    ['one day is one day of hours', '2026-11-23T10:00', '1d', '2026-11-24T10:00'],
    ['three days over National Day, with the make-up Saturday', '2026-09-30T10:00', '3d', '2026-10-10T10:00'],
    ['half a day', '2026-11-23T09:00', '0.5d', '2026-11-23T14:15'],
    ['to the last minute', '2026-11-23T09:00', '1d', '2026-11-23T18:00'],
  ])('%s', (_name, from, duration, to) => {
    expect(addWorkingTime(calendar, at(from), parseWorkingDuration(duration))).toEqual(at(to));
  });

  test('what is added is what lies between', () => {
    const start = at('2026-09-28T08:00').getTime();
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20 * 86_400_000 }), fc.integer({ min: 0, max: 8 * 86_400_000 }), (offset, ms) => {
        const from = new Date(start + offset);
        return workingMsBetween(calendar, from, addWorkingMs(calendar, from, ms)) === ms;
      }),
      { numRuns: 200 },
    );
  });

  test('nothing lies between the later and the earlier', () => {
    expect(workingMsBetween(calendar, at('2026-11-24T10:00'), at('2026-11-23T10:00'))).toBe(0);
  });

  test.each(['', '3', 'd', '-1d', '3 d', '1w', '3D'])('refuses the duration "%s"', (text) => {
    expect(() => parseWorkingDuration(text)).toThrow('DURATION_INVALID');
  });

  test('broken calendars are bugs, not endless loops', () => {
    const closed = {
      ...calendar,
      holidays: new Set(Array.from({ length: 400 }, (_, day) => new Date(Date.UTC(2026, 10, 1 + day)).toISOString().slice(0, 10))),
    };
    expect(() => addWorkingMs(closed, at('2026-11-23T10:00'), 1)).toThrow('no working day');
    expect(() => workingMs({ ...calendar, hours: [] }, { amount: 1, unit: 'DAY' })).toThrow('working hours');
  });
});
