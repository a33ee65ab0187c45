import { describe, expect, test } from '@jest/globals';
import { parseLocalDate } from '@weilend/kernel';
import { firstLadder } from '../career/first-ladder.js';
import { eligibilityOf, oldestQuarter, quarterBack, withoutFigures } from './eligibility.js';
import type { ClosedSheet, PromotionCriterion, PromotionFacts } from './eligibility.js';

const today = parseLocalDate('2026-10-15');
const ladder = { id: 'ldr_1', levels: firstLadder.levels };
const sheet = (quarter: string, change: Partial<ClosedSheet> = {}): ClosedSheet => ({
  ...{ id: `apr_${quarter}`, quarter, total: 90, trainingHours: 4, overdueFen: 5_000, outstandingFen: 100_000 },
  ...change,
});
const quarters = ['2026-Q3', '2026-Q2', '2026-Q1', '2025-Q4'];
const facts: PromotionFacts = {
  ...{ employeeId: 'emp_1', level: 'SALESPERSON', since: parseLocalDate('2025-10-01') },
  ...{ sheets: quarters.map((quarter) => sheet(quarter)), severe: [], trained: [] },
};
const against = (change: Partial<PromotionFacts>): PromotionCriterion[] =>
  eligibilityOf({ ...facts, ...change }, ladder, today).findings.flatMap(({ criterion, met }) => (met ? [] : [criterion]));

describe('[5.7] who may be promoted, with every reason', () => {
  test('somebody who shows everything; each reason names its figures and sheets', () => {
    const found = eligibilityOf(facts, ladder, today);
    expect(found).toMatchObject({ level: 'SALESPERSON', target: 'SENIOR_SALESPERSON', ladderId: 'ldr_1', eligible: true, blocked: false });
    expect(found.findings).toEqual([
      { criterion: 'TIME_ON_LEVEL', met: true, needed: '4', actual: '4', sheetIds: [], aboutIds: [] },
      {
        ...{ criterion: 'SCORES', met: true, needed: '4 x 80', aboutIds: [], sheetIds: quarters.map((quarter) => `apr_${quarter}`) },
        actual: '2026-Q3: 90, 2026-Q2: 90, 2026-Q1: 90, 2025-Q4: 90',
      },
      { criterion: 'SEVERE_VIOLATIONS', met: true, needed: '0 since 2026-Q1', actual: '0', sheetIds: [], aboutIds: [] },
      {
        criterion: 'TRAINING_HOURS',
        met: true,
        needed: '16',
        actual: '16',
        sheetIds: quarters.map((quarter) => `apr_${quarter}`),
        aboutIds: [],
      },
      { criterion: 'TRAINED_TOPICS', met: true, needed: '-', actual: '-', sheetIds: [], aboutIds: [] },
      { criterion: 'OVERDUE_RATE', met: true, needed: '<= 500 bp', actual: '5000 / 100000 fen', sheetIds: ['apr_2026-Q3'], aboutIds: [] },
    ]);
  });

  test.each<[string, Partial<PromotionFacts>, PromotionCriterion[]]>([
    ['a day too late on the level', { since: parseLocalDate('2025-10-02') }, ['TIME_ON_LEVEL']],
    ['one weak quarter of four', { sheets: [...facts.sheets.slice(0, 3), sheet('2025-Q4', { total: 79.9999 })] }, ['SCORES']],
    ['a quarter too few, and its hours', { sheets: facts.sheets.slice(0, 3) }, ['SCORES', 'TRAINING_HOURS']],
    ['no sheet at all', { sheets: [] }, ['SCORES', 'TRAINING_HOURS', 'OVERDUE_RATE']],
    ['a weak quarter longer ago', { sheets: [...facts.sheets, sheet('2025-Q3', { total: 10 })] }, []],
    ['a severe violation in the running quarter', { severe: [{ violationId: 'vio_1', quarter: '2026-Q4' }] }, ['SEVERE_VIOLATIONS']],
    [
      'a severe violation in the last quarter that counts',
      { severe: [{ violationId: 'vio_1', quarter: '2026-Q1' }] },
      ['SEVERE_VIOLATIONS'],
    ],
    ['a severe violation longer ago', { severe: [{ violationId: 'vio_1', quarter: '2025-Q4' }] }, []],
    ['an hour too few', { sheets: [sheet('2026-Q3', { trainingHours: 3 }), ...facts.sheets.slice(1)] }, ['TRAINING_HOURS']],
    [
      'hours in tenths that come to enough exactly',
      { sheets: quarters.map((quarter, at) => sheet(quarter, { trainingHours: [7.1, 4.8, 1.2, 2.9][at] ?? 0 })) },
      [],
    ],
    ['a fen too much overdue', { sheets: [sheet('2026-Q3', { overdueFen: 5_001 }), ...facts.sheets.slice(1)] }, ['OVERDUE_RATE']],
    ['nothing outstanding', { sheets: [sheet('2026-Q3', { overdueFen: 0, outstandingFen: 0 }), ...facts.sheets.slice(1)] }, []],
    ['an overdue rate that nobody knows', { sheets: [sheet('2026-Q3', { overdueFen: null }), ...facts.sheets.slice(1)] }, ['OVERDUE_RATE']],
    ['overdue in an earlier quarter only', { sheets: [...facts.sheets.slice(0, 3), sheet('2025-Q4', { overdueFen: 90_000 })] }, []],
  ])('%s', (_title, change, criteria) => {
    expect(against(change)).toEqual(criteria);
  });

  const trainee: Partial<PromotionFacts> = { level: 'TRAINEE', since: parseLocalDate('2026-07-01') };
  const trained = (topic: string, evaluatedOn: string) => ({ sessionId: `trs_${topic}`, topic, evaluatedOn });
  test.each<[string, PromotionFacts['trained'], PromotionCriterion[]]>([
    ['both topics', [trained('PRODUCT', '2026-07-01'), trained('LAW', '2026-10-02')], []],
    ['one of two topics', [trained('PRODUCT', '2026-08-01')], ['TRAINED_TOPICS']],
    ['one topic twice', [trained('LAW', '2026-08-01'), trained('LAW', '2026-09-01')], ['TRAINED_TOPICS']],
    ['another topic', [trained('PRODUCT', '2026-08-01'), trained('INDUSTRY', '2026-08-01')], ['TRAINED_TOPICS']],
    ['a training before the quarters looked at', [trained('PRODUCT', '2026-08-01'), trained('LAW', '2026-06-30')], ['TRAINED_TOPICS']],
  ])('a trainee with %s', (_title, sessions, criteria) => {
    expect(against({ ...trainee, trained: sessions })).toEqual(criteria);
  });

  test('a severe violation blocks; a weak quarter only speaks against', () => {
    expect(eligibilityOf({ ...facts, severe: [{ violationId: 'vio_1', quarter: '2026-Q2' }] }, ladder, today)).toMatchObject({
      eligible: false,
      blocked: true,
    });
    expect(eligibilityOf({ ...facts, sheets: [] }, ladder, today)).toMatchObject({ eligible: false, blocked: false });
  });

  test('who may not see the sheets sees whether each criterion is met, not the figures', () => {
    const found = eligibilityOf({ ...facts, severe: [{ violationId: 'vio_1', quarter: '2026-Q2' }] }, ladder, today);
    const shown = withoutFigures(found);
    expect(shown).toMatchObject({ eligible: found.eligible, blocked: true });
    expect(shown.findings.map(({ criterion, met, needed }) => [criterion, met, needed])).toEqual(
      found.findings.map(({ criterion, met, needed }) => [criterion, met, needed]),
    );
    expect(Object.fromEntries(shown.findings.map(({ criterion, actual }) => [criterion, actual]))).toEqual({
      ...{
        TIME_ON_LEVEL: '4',
        SCORES: '***',
        SEVERE_VIOLATIONS: '2026-Q2',
        TRAINING_HOURS: '***',
        TRAINED_TOPICS: '-',
        OVERDUE_RATE: '***',
      },
    });
    expect(JSON.stringify(shown)).not.toMatch(/: 90|5000 \/ 100000/);
  });

  test('nobody goes beyond the highest level', () => {
    expect(eligibilityOf({ ...facts, level: 'MANAGER' }, ladder, today)).toMatchObject({
      target: null,
      eligible: false,
      blocked: false,
      findings: [],
    });
  });
});

test.each([
  ['2026-10-15', 1, '2026-Q4'],
  ['2026-10-15', 4, '2026-Q1'],
  ['2026-01-01', 2, '2025-Q4'],
  ['2026-03-31', 6, '2024-Q4'],
])('%s, %i quarters with the running one begin with %s', (day, count, quarter) => {
  expect(quarterBack(parseLocalDate(day), count)).toBe(quarter);
  expect(oldestQuarter(parseLocalDate(day)) < quarter).toBe(true);
});
