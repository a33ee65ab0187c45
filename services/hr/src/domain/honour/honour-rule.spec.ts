import { describe, expect, test } from '@jest/globals';
import { DomainError, DomainErrors } from '@weilend/kernel';
import { approveHonourRule, checkHonourRule, quartersOf, scopeOf } from './honour-rule.js';
import type { HonourRuleContent } from './honour-rule.js';

const rule: HonourRuleContent = {
  ...{
    honour: 'SALES_CHAMPION',
    scope: 'QUARTER',
    fromQuarter: '2027-Q1',
    metric: 'DISBURSED_AMOUNT',
    minimums: [{ metric: 'TOTAL_SCORE', least: 80 }],
  },
  ...{ tieBreakers: ['TOTAL_SCORE'], places: 1, whenEqual: 'SHARED', leastQuarters: 1, trainingTopic: null },
};
const codesOf = (act: () => unknown): string[] => {
  try {
    act();
    return [];
  } catch (error) {
    if (error instanceof DomainErrors) return error.all.map(({ code }) => code);
    if (error instanceof DomainError) return [error.code];
    throw error;
  }
};

describe('[5.9] a published rule', () => {
  test.each<[string, Partial<HonourRuleContent>, string[]]>([
    ['from the next quarter on', {}, []],
    ['from the running quarter on', { fromQuarter: '2026-Q4' }, ['HONOUR_RULE_LATE']],
    ['from a coming year on', { scope: 'YEAR', fromQuarter: '2027-Q1', leastQuarters: 4 }, []],
    ['from a quarter that is over', { fromQuarter: '2026-Q3' }, ['HONOUR_RULE_LATE']],
    ['from no quarter', { fromQuarter: '2026' }, ['QUARTER_INVALID']],
    ['of a year from its middle on', { scope: 'YEAR', fromQuarter: '2027-Q2' }, ['HONOUR_RULE_YEAR']],
    ['for nobody', { places: 0 }, ['HONOUR_PLACES']],
    ['for everybody', { places: 51 }, ['HONOUR_PLACES']],
    ['for half a person', { places: 1.5 }, ['HONOUR_PLACES']],
    ['of a quarter that needs two', { leastQuarters: 2 }, ['HONOUR_QUARTERS']],
    ['that needs no quarter', { leastQuarters: 0 }, ['HONOUR_QUARTERS']],
    ['whose tie-breaker stands twice', { tieBreakers: ['LOANS', 'LOANS'] }, ['HONOUR_TIE_TWICE']],
    ['whose tie-breaker is what it goes by', { tieBreakers: ['DISBURSED_AMOUNT'] }, ['HONOUR_TIE_TWICE']],
    ['with a minimum below nothing', { minimums: [{ metric: 'LOANS', least: -1 }] }, ['HONOUR_MINIMUM']],
    ['with a minimum that is no number', { minimums: [{ metric: 'LOANS', least: Number.NaN }] }, ['HONOUR_MINIMUM']],
    ['with two minimums of one metric', { minimums: [1, 2].map((least) => ({ metric: 'LOANS' as const, least })) }, ['HONOUR_MINIMUM']],
    ['of an unknown metric', { metric: 'LUCK' as never }, ['HONOUR_MINIMUM']],
    ['with a training in an unknown topic', { trainingTopic: 'DANCING' as never }, ['HONOUR_TOPIC']],
    [
      'wrong in three ways',
      { places: 0, leastQuarters: 9, fromQuarter: '2020-Q1' },
      ['HONOUR_RULE_LATE', 'HONOUR_PLACES', 'HONOUR_QUARTERS'],
    ],
  ])('%s', (_title, change, codes) => {
    expect(codesOf(() => checkHonourRule({ ...rule, ...change }, '2026-Q4'))).toEqual(codes);
  });
});

describe('[5.9] a rule counts when a second person has approved it before its first quarter', () => {
  const published = { ...rule, id: 'hru_1', version: 1, publishedBy: 'employee:emp_hr', approvedBy: null };
  const by = (who: string, runningQuarter = '2026-Q4') => ({ by: who, runningQuarter });

  test('another person approves', () => {
    expect(approveHonourRule(published, { ...by('employee:emp_hr2'), version: published.version })).toEqual({
      ...published,
      approvedBy: 'employee:emp_hr2',
    });
  });

  test.each<[string, () => unknown, string]>([
    ['by who published it', () => approveHonourRule(published, by('employee:emp_hr')), 'HONOUR_RULE_SAME_PERSON'],
    [
      'by who read another version',
      () => approveHonourRule(published, { ...by('employee:emp_hr2'), version: published.version + 1 }),
      'PROPOSAL_CHANGED',
    ],
    ['in its first quarter', () => approveHonourRule(published, by('employee:emp_hr2', '2027-Q1')), 'HONOUR_RULE_LATE'],
    ['after its first quarter', () => approveHonourRule(published, by('employee:emp_hr2', '2027-Q2')), 'HONOUR_RULE_LATE'],
    ['twice', () => approveHonourRule({ ...published, approvedBy: 'employee:emp_hr2' }, by('employee:emp_hr3')), 'HONOUR_RULE_APPROVED'],
  ])('not %s', (_title, act, code) => {
    expect(codesOf(act)).toEqual([code]);
  });
});

describe('[5.9] periods', () => {
  test('a quarter, and a year of four', () => {
    expect(quartersOf('2026-Q3')).toEqual(['2026-Q3']);
    expect(quartersOf('2026')).toEqual(['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4']);
    expect(['2026-Q3', '2026'].map(scopeOf)).toEqual(['QUARTER', 'YEAR']);
  });

  test.each(['', '26', '2026-Q5', '2026-Q0', '2026-07', '2026-Q3 '])('"%s" is none', (period) => {
    expect(codesOf(() => quartersOf(period))).toEqual(['HONOUR_PERIOD']);
  });
});
