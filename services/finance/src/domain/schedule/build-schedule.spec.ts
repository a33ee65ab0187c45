import { describe, expect, it } from '@jest/globals';
import { InvariantViolation, parseLocalDate, parseRate, scaledToRate, sumFen } from '@weilend/kernel';
import fc from 'fast-check';
import { awkward, vectors } from './__cases__/schedule.cases.js';
import { buildSchedule, equalInstalmentFen } from './build-schedule.js';
import { COUNTS, METHODS } from './terms.js';
import type { ScheduleRow, ScheduleTerms } from './terms.js';

const base: ScheduleTerms = {
  principalFen: 100_000_00,
  annualRate: parseRate('0.12'),
  termMonths: 12,
  method: 'EQUAL_INSTALMENT',
  dayCount: 'PERIODIC',
  startOn: parseLocalDate('2026-01-31'),
};

/** What must hold of every schedule: the principal is conserved, the last row clears, nothing is negative, the dates rise. */
function expectSound(rows: readonly ScheduleRow[], terms: ScheduleTerms): void {
  expect(rows).toHaveLength(terms.method === 'BULLET' ? 1 : terms.termMonths);
  expect(sumFen(rows.map((row) => row.principalFen))).toBe(terms.principalFen);
  expect(rows.at(-1)?.balanceFen).toBe(0);
  let before: ScheduleRow | null = null;
  for (const row of rows) {
    expect(Math.min(row.principalFen, row.interestFen, row.balanceFen)).toBeGreaterThanOrEqual(0);
    expect(row.totalFen).toBe(row.principalFen + row.interestFen);
    expect(row.dueOn > (before?.dueOn ?? terms.startOn)).toBe(true);
    expect(row.balanceFen).toBe((before?.balanceFen ?? terms.principalFen) - row.principalFen);
    before = row;
  }
}

describe('[4.3] the schedule by each method (regulation.md 5.1)', () => {
  it.each(vectors)('$method of 100,000 yuan at 12 % over 12 months', ({ method, rows, totalInterestFen }) => {
    const schedule = buildSchedule({ ...base, method });
    expectSound(schedule, { ...base, method });
    expect(sumFen(schedule.map((row) => row.interestFen))).toBe(totalInterestFen);
    for (const [no, interestFen, principalFen] of rows) expect(schedule[no - 1]).toMatchObject({ no, interestFen, principalFen });
  });

  it('pays 8,884.88 yuan each month and 8,884.85 in the last', () => {
    const totals = buildSchedule(base).map((row) => row.totalFen);
    expect(new Set(totals.slice(0, -1))).toEqual(new Set([8884_88]));
    expect(totals.at(-1)).toBe(8884_85);
  });

  it.each(awkward.flatMap(([principalFen, rate, termMonths]) => METHODS.map((method) => ({ principalFen, rate, termMonths, method }))))(
    'stays sound for $principalFen fen at $rate over $termMonths months by $method',
    ({ principalFen, rate, termMonths, method }) => {
      for (const dayCount of COUNTS) {
        const terms = { ...base, principalFen, annualRate: parseRate(rate), termMonths, method, dayCount };
        expectSound(buildSchedule(terms), terms);
      }
    },
  );

  it('keeps the principal, clears at the end and has no negative row, whatever the terms', () => {
    const terms = fc.record({
      principalFen: fc.integer({ min: 1, max: 1_000_000_000_00 }),
      annualRate: fc.bigInt({ min: 0n, max: 2_000_000_000_000n }).map(scaledToRate),
      termMonths: fc.integer({ min: 1, max: 120 }),
      method: fc.constantFrom(...METHODS),
      dayCount: fc.constantFrom(...COUNTS),
      startOn: fc.integer({ min: 1, max: 28 }).map((day) => parseLocalDate(`2027-02-${String(day).padStart(2, '0')}`)),
    });
    fc.assert(
      fc.property(terms, (wanted) => expectSound(buildSchedule(wanted), wanted)),
      { numRuns: 60 },
    );
  });
});

describe('[4.3] due dates', () => {
  it('step from the original day: the 31st falls on the last day of shorter months', () => {
    expect(buildSchedule({ ...base, termMonths: 4 }).map((row) => row.dueOn)).toEqual([
      '2026-02-28',
      '2026-03-31',
      '2026-04-30',
      '2026-05-31',
    ]);
  });

  it('of a bullet loan is one, at the end of the term', () => {
    expect(buildSchedule({ ...base, method: 'BULLET', termMonths: 13 }).map((row) => row.dueOn)).toEqual(['2027-02-28']);
  });
});

describe('terms that no schedule exists for', () => {
  it.each<[string, Partial<ScheduleTerms>]>([
    ['nothing borrowed', { principalFen: 0 }],
    ['a negative principal', { principalFen: -1 }],
    ['half a fen', { principalFen: 0.5 }],
    ['an unsafe principal', { principalFen: 2 ** 53 }],
    ['no term', { termMonths: 0 }],
    ['half a month', { termMonths: 1.5 }],
    ['a negative term', { termMonths: -12 }],
    ['a term of a century', { termMonths: 1_200 }],
  ])('%s is a bug of the caller', (_title, change) => {
    expect(() => buildSchedule({ ...base, ...change })).toThrow(InvariantViolation);
  });
});

describe('the equal instalment', () => {
  it.each([
    [100_000_00, 120_000_000_000n, 12, 8884_88],
    [100_000_00, 0n, 12, 8333_33],
    [100_000_00, 240_000_000_000n, 24, 5287_11],
    [1, 0n, 3, 0],
  ])('of %i fen at %s over %i months is %i', (principalFen, rate, periods, expected) => {
    expect(equalInstalmentFen(principalFen, rate, periods)).toBe(expected);
  });
});
