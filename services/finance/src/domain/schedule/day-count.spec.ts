import { describe, expect, it } from '@jest/globals';
import { InvariantViolation, parseLocalDate, parseRate } from '@weilend/kernel';
import { shareOfDays, yearShare } from './day-count.js';
import { interestFen, yearly } from './interest.js';
import { periodsOf } from './periods.js';
import { aSchedule } from './schedule.builder.js';
import type { DayCount, ScheduleTerms } from './terms.js';

const on = parseLocalDate;
const shareOf = (dayCount: DayCount, change: Partial<ScheduleTerms>, no = 1) => {
  const terms = aSchedule({ dayCount, ...change });
  const { parts, base } = yearShare(dayCount, periodsOf(terms)[no - 1]!, { unit: terms.periodUnit, every: terms.periodEvery });
  return `${parts}/${base}`;
};

describe('[4.3] share of a year of a period', () => {
  it.each<[DayCount, Partial<ScheduleTerms>, string]>([
    ['PERIODIC', { disbursedOn: on('2026-01-31') }, '1/12'],
    ['PERIODIC', { disbursedOn: on('2026-01-31'), periodEvery: 3 }, '3/12'],
    ['PERIODIC', { periodUnit: 'WEEK', periodEvery: 2 }, '2/52'],
    ['PERIODIC', { periodUnit: 'DAY', periodEvery: 10 }, '10/365'],
    ['PERIODIC', { disbursedOn: on('2026-01-10'), firstDueOn: on('2026-02-25') }, '1/12'],
    ['THIRTY_360', { disbursedOn: on('2026-01-31') }, '30/360'],
    ['THIRTY_360', { disbursedOn: on('2026-01-10'), firstDueOn: on('2026-02-25') }, '45/360'],
    ['THIRTY_360', { disbursedOn: on('2026-01-10'), firstDueOn: on('2026-01-25') }, '15/360'],
    ['THIRTY_360', { disbursedOn: on('2026-01-10'), firstDueOn: on('2026-02-10') }, '30/360'],
    ['THIRTY_360', { periodUnit: 'WEEK' }, '7/360'],
    ['THIRTY_360', { periodUnit: 'DAY', periodEvery: 31 }, '31/360'],
    ['ACTUAL_360', { disbursedOn: on('2026-01-31') }, '28/360'],
    ['ACTUAL_364', { disbursedOn: on('2026-01-31') }, '28/364'],
    ['ACTUAL_365', { disbursedOn: on('2028-01-31') }, '29/365'],
    ['ACTUAL_365', { disbursedOn: on('2028-01-01'), periodEvery: 12 }, '366/365'],
    ['ACTUAL_ACTUAL', { disbursedOn: on('2026-01-31') }, `${28 * 366}/${365 * 366}`],
    ['ACTUAL_ACTUAL', { disbursedOn: on('2028-01-31') }, `${29 * 365}/${365 * 366}`],
    // 12 December to 12 January: 19 days of 2023, the 13th to the 31st, and 12 days of the leap year 2024.
    ['ACTUAL_ACTUAL', { disbursedOn: on('2023-12-12') }, `${19 * 366 + 12 * 365}/${365 * 366}`],
    ['ACTUAL_ACTUAL', { disbursedOn: on('2023-12-31') }, `${31 * 365}/${365 * 366}`],
    ['ACTUAL_ACTUAL', { disbursedOn: on('2023-06-30'), periodEvery: 24 }, `${(184 + 181) * 366 + 366 * 365}/${365 * 366}`],
  ])('%s %j is %s', (dayCount, change, expected) => expect(shareOf(dayCount, change)).toBe(expected));

  it('THIRTY_360 counts the second month from the 31st as a whole month, although it began on the 28th', () => {
    expect(shareOf('THIRTY_360', { disbursedOn: on('2026-01-31'), periods: 3 }, 2)).toBe('30/360');
  });
});

describe('[7.4] share of a year between two days', () => {
  it.each<[DayCount, string, string, number, number]>([
    ['PERIODIC', '2026-01-01', '2026-01-10', 9, 360],
    ['THIRTY_360', '2026-01-10', '2026-03-15', 65, 360],
    ['THIRTY_360', '2026-02-28', '2026-03-31', 33, 360],
    ['THIRTY_360', '2026-01-31', '2026-02-28', 30, 360],
    ['ACTUAL_360', '2026-01-01', '2027-01-01', 365, 360],
    ['ACTUAL_365', '2026-05-05', '2026-05-05', 0, 365],
  ])('%s from %s to %s', (dayCount, startOn, dueOn, parts, base) => {
    expect(shareOfDays(dayCount, { startOn: on(startOn), dueOn: on(dueOn) })).toEqual({ parts, base });
  });

  it.each<DayCount>(['PERIODIC', 'THIRTY_360', 'ACTUAL_360', 'ACTUAL_ACTUAL'])('%s never runs backward', (dayCount) => {
    expect(() => shareOfDays(dayCount, { startOn: on('2026-02-02'), dueOn: on('2026-02-01') })).toThrow(InvariantViolation);
  });
});

describe('[4.3] one year of 12 % on 100,000 yuan (regulation.md 5.1)', () => {
  it.each<[DayCount, number]>([
    ['ACTUAL_360', 12_166_67],
    ['ACTUAL_364', 12_032_97],
    ['ACTUAL_365', 12_000_00],
    ['ACTUAL_ACTUAL', 12_000_00],
    ['THIRTY_360', 12_000_00],
    ['PERIODIC', 12_000_00],
  ])('%s gives %i fen', (dayCount, expected) => {
    const terms = aSchedule({ disbursedOn: on('2026-01-01'), periodEvery: 12 });
    const share = yearShare(dayCount, periodsOf(terms)[0]!, { unit: 'MONTH', every: 12 });
    expect(interestFen(100_000_00, yearly(parseRate('0.12')), share, 'HALF_UP')).toBe(expected);
  });
});
