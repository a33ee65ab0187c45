import { describe, expect, test } from '@jest/globals';
import type { LineScore } from '../appraisal/scheme.js';
import { aFact, figures } from './bonus.builder.js';
import { inputsOf, levelsOf, performanceOf, severeViolations } from './sheet-inputs.js';

const line = (indicator: LineScore['indicator'], weight: number, points: number | null): LineScore => ({
  indicator,
  weight,
  points,
  actual: 1,
});

describe('[5.6] performance is the weighted points of the performance lines alone', () => {
  test.each<[string, LineScore[], number]>([
    ['one line', [line('LOANS', 10, 75)], 750_000],
    ['two by weight', [line('DISBURSED_AMOUNT', 40, 100), line('LOANS', 20, 40)], 800_000],
    ['satisfaction and compliance do not count', [line('LOANS', 10, 50), line('SATISFACTION_SCORE', 40, 120)], 500_000],
    ['an absent line is left out, not zero', [line('LOANS', 10, null), line('NEW_CUSTOMERS', 10, 60)], 600_000],
    ['thirds are rounded at the fourth decimal', [line('LOANS', 30, 100 / 3)], 333_333],
    ['nothing of it', [line('VIOLATION_FREE', 100, 100)], 0],
    ['no lines', [], 0],
  ])('%s', (_title, lines, performance) => {
    expect(performanceOf(lines)).toBe(performance);
  });
});

describe('[5.3, 5.6] what the bonus takes from a sheet', () => {
  test('risk figures that hr does not have are absent', () => {
    expect(inputsOf({ figures, total: 97.5, lines: [] }, ['salesperson'])).toEqual({
      ...{ disbursedFen: 100_000_000, loans: 2, performance: 0, score: 975_000, levels: ['salesperson'] },
      ...{ overdueFen: null, nplFen: null, outstandingFen: null },
    });
  });

  test('risk figures that are there are taken as they stand', () => {
    const risky = { ...figures, overdueFen: 5, nplFen: 1, outstandingFen: 100 };
    expect(inputsOf({ figures: risky, total: null, lines: [] }, [])).toMatchObject({
      score: 0,
      overdueFen: 5,
      nplFen: 1,
      outstandingFen: 100,
    });
  });
});

test('[5.4] only severe violations block', () => {
  expect(
    severeViolations([aFact('VIOLATION', 'vio_1', 1), aFact('VIOLATION', 'vio_2', 1, true), aFact('LOAN_DISBURSED', 'l', 1, true)]),
  ).toEqual(['vio_2']);
});

test.each<[string | null | undefined, string[]]>([
  ['SUPERVISOR', ['SUPERVISOR', 'salesperson']],
  [null, ['salesperson']],
  [undefined, ['salesperson']],
])('[5.6] somebody of level %s has the bases of %j', (level, levels) => {
  expect(levelsOf({ level, roles: ['salesperson'] })).toEqual(levels);
});
