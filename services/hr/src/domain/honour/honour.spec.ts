import { describe, expect, test } from '@jest/globals';
import { parseLocalDate } from '@weilend/kernel';
import { givenAward } from './honour.builder.js';
import { checkPeriod, confirmHonour, proposeAgain, proposeHonour, receiversOf, revokeAward } from './honour.js';
import type { HonourAward, PeriodState } from './honour.js';
import type { RankingEntry } from './ranking.js';

const today = parseLocalDate('2026-10-01');
const entry = (employeeId: string, receives = true): RankingEntry => ({
  ...{ employeeId, place: 1, values: [{ metric: 'LOANS', value: '3' }], decidedBy: null, equals: 0, obstacles: [], because: [] },
  ...{ receives, shared: false, sheetIds: [] },
});
const listed = {
  honour: 'SALES_CHAMPION',
  scope: 'QUARTER',
  period: '2026-Q3',
  ruleId: 'hru_1',
  ranking: [entry('emp_1'), entry('emp_2', false)],
} as const;
const proposed = proposeHonour('hnr_1', listed, { by: 'service:hr', today });
const by = (person: string) => ({ by: person, today, note: null });

describe('[5.9] when an honour is listed', () => {
  const year = ['2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4'];
  const all = [...year, '2026-Q3'];
  const whole: PeriodState = { today, openSheets: 0, closedSheets: 3, withSheets: all, closed: all };
  test.each<[string, string, Partial<PeriodState>, string | null]>([
    ['a quarter that the company has not closed', '2026-Q3', { closed: year }, 'HONOUR_QUARTERS_OPEN'],
    ['a year with a quarter that is not closed', '2025', { closed: year.slice(1) }, 'HONOUR_QUARTERS_OPEN'],
    ['a year that began before the company', '2025', { closed: year.slice(1), withSheets: year.slice(1) }, null],
    [
      'a year whose last quarter has no sheets yet',
      '2025',
      { closed: year.slice(0, 3), withSheets: year.slice(0, 3) },
      'HONOUR_QUARTERS_OPEN',
    ],
    ['a quarter whose sheets are closed', '2026-Q3', {}, null],
    ['a year whose sheets are closed', '2025', {}, null],
    ['the last day of the quarter', '2026-Q3', { today: parseLocalDate('2026-09-30') }, 'HONOUR_PERIOD_RUNNING'],
    ['a running year', '2026', {}, 'HONOUR_PERIOD_RUNNING'],
    ['an open sheet', '2026-Q3', { openSheets: 1 }, 'HONOUR_SHEETS_OPEN'],
    ['no sheet', '2026-Q3', { closedSheets: 0 }, 'HONOUR_NO_SHEETS'],
    ['no period', '2026-Q7', {}, 'HONOUR_PERIOD'],
  ])('%s', (_title, period, change, code) => {
    const act = () => checkPeriod(period, { ...whole, ...change });
    if (code === null) expect(act).not.toThrow();
    else expect(act).toThrow(expect.objectContaining({ code }));
  });
});

describe('[5.9] an honour', () => {
  test('is confirmed on exactly the list that was proposed', () => {
    expect(receiversOf(proposed).map(({ employeeId }) => employeeId)).toEqual(['emp_1']);
    expect(confirmHonour(proposed, listed, by('emp_hr'))).toMatchObject({ state: 'CONFIRMED', confirmedBy: 'emp_hr', confirmedOn: today });
  });

  test('is listed anew while it is not confirmed; the same list stays as it was', () => {
    expect(proposeAgain(proposed, listed, { by: 'employee:emp_hr', today })).toBe(proposed);
    const anew = proposeAgain(proposed, { ...listed, ranking: [entry('emp_2')] }, { by: 'employee:emp_hr', today });
    expect(anew).toMatchObject({ id: 'hnr_1', proposedBy: 'employee:emp_hr' });
    expect(anew.hash).not.toBe(proposed.hash);
  });

  const confirmed = confirmHonour(proposed, listed, by('emp_hr'));
  test.each<[string, () => unknown, string]>([
    ['confirmed twice', () => confirmHonour(confirmed, listed, by('emp_hr2')), 'HONOUR_CONFIRMED'],
    ['listed after it was confirmed', () => proposeAgain(confirmed, listed, { by: 'x', today }), 'HONOUR_CONFIRMED'],
    [
      'confirmed on another list',
      () => confirmHonour(proposed, { ...listed, ranking: [entry('emp_2')] }, by('emp_hr')),
      'HONOUR_LIST_CHANGED',
    ],
    ['confirmed by another rule', () => confirmHonour(proposed, { ...listed, ruleId: 'hru_2' }, by('emp_hr')), 'HONOUR_LIST_CHANGED'],
    ['confirmed by who receives it', () => confirmHonour(proposed, listed, by('emp_1')), 'OWN_HONOUR'],
  ])('is not %s', (_title, act, code) => {
    expect(act).toThrow(expect.objectContaining({ code }));
  });
});

describe('[5.4] an honour is taken back for a severe violation', () => {
  const revocation = { by: 'emp_hr', on: today, reason: ' 严重违规 ', violationIds: ['vio_1'] };

  test('by hr, with its reason and the violations', () => {
    expect(revokeAward(givenAward, revocation).revocation).toEqual({ ...revocation, reason: '严重违规' });
  });

  test.each<[string, HonourAward, Partial<typeof revocation>, string]>([
    ['twice', { ...givenAward, revocation }, {}, 'AWARD_REVOKED'],
    ['by the person', givenAward, { by: 'emp_1' }, 'OWN_HONOUR'],
    ['without a reason', givenAward, { reason: ' 错 ' }, 'AWARD_REASON_MISSING'],
    ['without a severe violation', givenAward, { violationIds: [] }, 'AWARD_WITHOUT_VIOLATION'],
  ])('not %s', (_title, one, change, code) => {
    expect(() => revokeAward(one, { ...revocation, ...change })).toThrow(expect.objectContaining({ code }));
  });
});
