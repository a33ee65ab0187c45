import { describe, expect, it } from '@jest/globals';
import { parseLocalDate } from '@weilend/kernel';
import { restShares } from './rest-shares.js';
import { COUNTS } from './terms.js';
import type { DayCount } from './terms.js';

const on = parseLocalDate;
const grid = (dayCount: DayCount, periodStartOn: string, dueDays: readonly string[], isFirst = false) => ({
  ...{ dayCount, monthEnd: 'CLAMP' as const, periodStartOn: on(periodStartOn), isFirst, dueDays: dueDays.map((day) => on(day)) },
});

describe('[4.3, 7.4] what is left of a period', () => {
  it.each<[string, DayCount, string, string[], string, [number, number][]]>([
    [
      'half of a month',
      'PERIODIC',
      '2026-01-15',
      ['2026-02-15', '2026-03-15'],
      '2026-01-30',
      [
        [15, 360],
        [30, 360],
      ],
    ],
    ['all of it on its first day', 'PERIODIC', '2026-01-15', ['2026-02-15'], '2026-01-15', [[30, 360]]],
    ['nothing on the 31st day of a month of 30', 'PERIODIC', '2026-01-15', ['2026-02-15'], '2026-02-15', [[0, 360]]],
    [
      'a short February is a month',
      'PERIODIC',
      '2026-01-31',
      ['2026-02-28', '2026-03-31'],
      '2026-01-31',
      [
        [30, 360],
        [30, 360],
      ],
    ],
    ['a whole term that is paid at its end', 'PERIODIC', '2026-01-15', ['2027-01-15'], '2026-02-14', [[330, 360]]],
    [
      'a broken first period counts its days',
      'PERIODIC',
      '2026-03-20',
      ['2026-04-15', '2026-05-15'],
      '2026-03-20',
      [
        [26, 360],
        [30, 360],
      ],
    ],
    [
      '30 days a month',
      'THIRTY_360',
      '2026-01-15',
      ['2026-02-15', '2026-03-15'],
      '2026-01-30',
      [
        [15, 360],
        [30, 360],
      ],
    ],
    [
      'the days that are left, over 360',
      'ACTUAL_360',
      '2026-01-15',
      ['2026-02-15', '2026-03-15'],
      '2026-01-30',
      [
        [16, 360],
        [28, 360],
      ],
    ],
    ['the days that are left, over 365', 'ACTUAL_365', '2026-01-15', ['2026-02-15'], '2026-01-30', [[16, 365]]],
    ['each day of its own year', 'ACTUAL_ACTUAL', '2027-12-15', ['2028-01-15'], '2027-12-20', [[11 * 366 + 15 * 365, 365 * 366]]],
  ])('%s (%s)', (_title, dayCount, start, dueDays, day, expected) => {
    const isFirst = _title.startsWith('a broken');
    expect(restShares(grid(dayCount, start, dueDays, isFirst), on(day)).map(({ parts, base }) => [parts, base])).toEqual(expected);
  });

  it.each(COUNTS)('all shares of %s have one base', (dayCount) => {
    const shares = restShares(grid(dayCount, '2027-11-15', ['2027-12-15', '2028-01-15', '2028-02-15', '2028-03-15']), on('2027-11-20'));
    expect(new Set(shares.map((share) => share.base)).size).toBe(1);
  });
});
