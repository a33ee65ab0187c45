import { describe, expect, it, test } from '@jest/globals';
import { parseLocalDate } from '@weilend/kernel';
import { firstRules } from './first-rules.js';
import { aged, latenessOf } from './late-loan.js';

const on = parseLocalDate('2026-11-23');

describe('[4.23] days past due between two words of finance', () => {
  it.each([
    [0, null, null],
    [1, '2026-11-22', '2026-12-22'],
    [29, '2026-10-25', '2026-11-24'],
    [30, '2026-10-24', '2026-12-23'],
    [60, '2026-09-24', '2026-12-23'],
    [90, '2026-08-25', null],
  ])('%i days late: since %s, looked at again on %s', (days, overdueSince, agesOn) => {
    expect(latenessOf(days, on, firstRules)).toEqual({ overdueSince, agesOn });
  });

  test('the days go on by themselves, past every threshold that was missed', () => {
    const since = parseLocalDate('2026-09-24');
    expect(aged(since, on, firstRules)).toEqual({ days: 60, agesOn: '2026-12-23' });
    expect(aged(since, parseLocalDate('2027-01-31'), firstRules)).toEqual({ days: 129, agesOn: null });
  });

  test('rules on other signals look at no days', () => {
    const others = firstRules.filter(({ signal }) => signal !== 'DAYS_PAST_DUE');
    expect(latenessOf(10, on, others)).toEqual({ overdueSince: '2026-11-13', agesOn: null });
  });
});
