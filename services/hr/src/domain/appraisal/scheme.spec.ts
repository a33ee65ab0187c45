import { describe, expect, test } from '@jest/globals';
import { DomainError, DomainErrors } from '@weilend/kernel';
import type { Figures } from './indicator.js';
import { checkScheme, score } from './scheme.js';
import type { SchemeLine } from './scheme.js';

const line = (indicator: SchemeLine['indicator'], weight: number, target = 1): SchemeLine => ({ indicator, weight, target });
const good: readonly SchemeLine[] = [
  line('DISBURSED_AMOUNT', 40, 100_000_000),
  line('LOANS', 10, 10),
  line('NEW_CUSTOMERS', 10, 5),
  line('SATISFACTION_SCORE', 20, 5),
  line('VIOLATION_FREE', 20),
];
const figures: Figures = {
  disbursedFen: 50_000_000,
  loans: 10,
  newCustomers: 10,
  satisfactionAverage: 4,
  satisfactionSample: 3,
  violations: 0,
  severeViolations: 0,
  trainingHours: 0,
};

function codesOf(lines: readonly SchemeLine[], fromQuarter = '2026-Q1'): string[] {
  try {
    checkScheme({ fromQuarter, lines });
  } catch (error) {
    if (error instanceof DomainErrors) return error.all.map((one) => one.code);
    if (error instanceof DomainError) return [error.code];
    throw error;
  }
  return [];
}

describe('[1.7] performance weighs most, weights sum to 100 %', () => {
  test.each<[string, readonly SchemeLine[], string[]]>([
    ['the usual scheme', good, []],
    ['performance alone', [line('LOANS', 100)], []],
    ['too little', [line('LOANS', 99)], ['SCHEME_WEIGHTS']],
    ['too much', [...good, line('LOANS', 1)], ['SCHEME_WEIGHTS', 'SCHEME_LINE_TWICE']],
    ['nothing', [], ['SCHEME_WEIGHTS', 'SCHEME_PERFORMANCE_NOT_HEAVIEST']],
    ['compliance as heavy as performance', [line('LOANS', 50), line('VIOLATION_FREE', 50)], ['SCHEME_PERFORMANCE_NOT_HEAVIEST']],
    ['satisfaction heavier', [line('LOANS', 40), line('SATISFACTION_SCORE', 60)], ['SCHEME_PERFORMANCE_NOT_HEAVIEST']],
    ['a half percent', [line('LOANS', 99.5), line('VIOLATION_FREE', 0.5)], ['SCHEME_LINE_INVALID']],
    ['a target of nothing', [line('LOANS', 100, 0)], ['SCHEME_LINE_INVALID']],
    ['a negative weight', [line('LOANS', 110), line('VIOLATION_FREE', -10)], ['SCHEME_LINE_INVALID']],
  ])('%s', (_name, lines, codes) => {
    expect(codesOf(lines)).toEqual(codes);
  });

  test.each(['2026', '2026-Q5', '2026-q1', ''])('refuses the quarter "%s"', (quarter) => {
    expect(codesOf(good, quarter)).toEqual(['QUARTER_INVALID']);
  });
});

describe('[5.1-5.4] score', () => {
  test.each<[string, Partial<Figures>, number]>([
    ['half the amount, all loans, twice the customers', {}, 78],
    ['capped at 120 points a line', { disbursedFen: 900_000_000 }, 106],
    ['no sample: left out and re-weighted, not zero', { satisfactionAverage: null, satisfactionSample: 0 }, 78],
    ['a violation takes the compliance points', { violations: 1 }, 58],
    ['nothing sold', { disbursedFen: 0, loans: 0, newCustomers: 0, satisfactionAverage: null }, 25],
  ])('%s', (_name, change, total) => {
    expect(score({ lines: good }, { ...figures, ...change }).total).toBe(total);
  });

  test('every component absent scores nothing', () => {
    expect(score({ lines: [line('SATISFACTION_SCORE', 100, 5)] }, { ...figures, satisfactionAverage: null }).total).toBe(0);
  });
});
