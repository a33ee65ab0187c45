import { describe, expect, it } from '@jest/globals';
import { parseLocalDate } from '@weilend/kernel';
import { isBroken, periodsOf, wholeTerm } from './periods.js';
import { aSchedule } from './schedule.builder.js';
import type { ScheduleTerms } from './terms.js';

const on = parseLocalDate;

describe('[4.3] due dates', () => {
  it.each<[string, Partial<ScheduleTerms>, string[]]>([
    ['step from the original day: the 31st falls on the last day of shorter months', {}, ['2026-02-28', '2026-03-31', '2026-04-30']],
    ['of a leap year', { disbursedOn: on('2027-12-31') }, ['2028-01-31', '2028-02-29', '2028-03-31']],
    ['roll over where asked', { monthEnd: 'ROLL' }, ['2026-03-01', '2026-03-31', '2026-05-01']],
    ['step from the first due day when it is named', { firstDueOn: on('2026-03-05') }, ['2026-03-05', '2026-04-05', '2026-05-05']],
    ['step by quarters', { periodEvery: 3 }, ['2026-04-30', '2026-07-31', '2026-10-31']],
    ['step by weeks', { periodUnit: 'WEEK', periodEvery: 2 }, ['2026-02-14', '2026-02-28', '2026-03-14']],
    ['step by days', { periodUnit: 'DAY', periodEvery: 10 }, ['2026-02-10', '2026-02-20', '2026-03-02']],
  ])('%s', (_title, change, dates) => {
    expect(periodsOf(aSchedule({ periods: 3, ...change })).map((period) => period.dueOn)).toEqual(dates);
  });

  it('each period begins where the one before it ended', () => {
    expect(periodsOf(aSchedule({ periods: 3 })).map(({ startOn, days }) => [startOn, days])).toEqual([
      ['2026-01-31', 28],
      ['2026-02-28', 31],
      ['2026-03-31', 30],
    ]);
  });

  it.each<[string, string | null, boolean]>([
    ['not named', null, false],
    ['one month later', '2026-02-28', false],
    ['a day earlier', '2026-02-27', true],
    ['a month later', '2026-03-28', true],
  ])('a first due day %s: broken %s', (_title, firstDueOn, broken) => {
    const terms = aSchedule({ firstDueOn: firstDueOn === null ? null : on(firstDueOn) });
    expect(isBroken(terms)).toBe(broken);
    expect(periodsOf(terms).map((period) => period.units === null)).toEqual([broken, ...Array.from({ length: 11 }, () => false)]);
  });

  it('a loan of one period runs over the whole term', () => {
    expect(wholeTerm(aSchedule({ periods: 13 }))).toEqual({ startOn: '2026-01-31', dueOn: '2027-02-28', days: 393, units: 13 });
    expect(wholeTerm(aSchedule({ periods: 2, firstDueOn: on('2026-03-15') }))).toMatchObject({ dueOn: '2026-04-15', units: null });
  });
});
