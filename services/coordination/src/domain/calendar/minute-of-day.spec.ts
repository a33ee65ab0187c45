import { describe, expect, it } from '@jest/globals';
import type { LocalDate } from '@weilend/kernel';
import { shown } from '../__cases__/calendar.cases.js';
import { instantAtMinute, minutesOf } from './minute-of-day.js';

describe('minutes of a day', () => {
  it.each([
    ['00:00', 0, '2026-12-31 00:00'],
    ['09:30', 570, '2026-12-31 09:30'],
    ['23:59', 1_439, '2026-12-31 23:59'],
  ])('[1.2] %s is minute %d', (time, minute, instant) => {
    expect(minutesOf(time)).toBe(minute);
    expect(shown(instantAtMinute('2026-12-31' as LocalDate, minute))).toBe(instant);
  });

  it('[1.2] the last minute is followed by the next day', () => {
    expect(shown(instantAtMinute('2026-12-31' as LocalDate, 1_440))).toBe('2027-01-01 00:00');
  });
});
