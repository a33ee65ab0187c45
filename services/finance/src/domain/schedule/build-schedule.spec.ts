import { describe, expect, it } from '@jest/globals';
import { parseLocalDate, parseRate, scaledToRate, sumFen } from '@weilend/kernel';
import fc from 'fast-check';
import { awkward, vectors } from './__cases__/schedule.cases.js';
import { buildSchedule } from './build-schedule.js';
import { exactSchedule } from './exact-schedule.builder.js';
import { aSchedule, runs } from './schedule.builder.js';
import { COUNTS, METHODS, PERIOD_UNITS, QUOTE_METHODS, ROUNDINGS } from './terms.js';
import type { ScheduleRow, ScheduleTerms } from './terms.js';
import { termsProblem } from './terms-problem.js';

const on = parseLocalDate;
const totals = (terms: Partial<ScheduleTerms>) => buildSchedule(aSchedule(terms)).map((row) => row.totalFen);

/** What must hold of every schedule: the principal is conserved, the last row clears, nothing is negative, the dates rise. */
function expectSound(rows: readonly ScheduleRow[], terms: ScheduleTerms): void {
  expect(rows).toHaveLength(terms.method === 'BULLET' ? 1 : terms.periods);
  expect(sumFen(rows.map((row) => row.principalFen))).toBe(terms.principalFen);
  expect(rows.at(-1)?.balanceFen).toBe(0);
  let before: ScheduleRow | null = null;
  for (const row of rows) {
    expect(Math.min(row.principalFen, row.interestFen, row.balanceFen)).toBeGreaterThanOrEqual(0);
    expect(row.totalFen).toBe(row.principalFen + row.interestFen);
    expect(row.dueOn > (before?.dueOn ?? terms.disbursedOn)).toBe(true);
    expect(row.balanceFen).toBe((before?.balanceFen ?? terms.principalFen) - row.principalFen);
    before = row;
  }
}

describe('[4.3] the schedule by each method (regulation.md 5.1)', () => {
  it.each(vectors)('$method of 100,000 yuan at 12 % over 12 months', ({ method, rows, totalInterestFen }) => {
    const schedule = buildSchedule(aSchedule({ method }));
    expectSound(schedule, aSchedule({ method }));
    expect(sumFen(schedule.map((row) => row.interestFen))).toBe(totalInterestFen);
    for (const [no, interestFen, principalFen] of rows) expect(schedule[no - 1]).toMatchObject({ no, interestFen, principalFen });
  });

  it('pays 8,884.88 yuan each month and 8,884.85 in the last', () => {
    expect(new Set(totals({}).slice(0, -1))).toEqual(new Set([8884_88]));
    expect(totals({}).at(-1)).toBe(8884_85);
  });

  it.each(awkward.flatMap(([principalFen, rate, periods]) => METHODS.map((method) => ({ principalFen, rate, periods, method }))))(
    'stays sound for $principalFen fen at $rate over $periods months by $method',
    ({ principalFen, rate, periods, method }) => {
      for (const dayCount of COUNTS) {
        const terms = aSchedule({ principalFen, annualRate: parseRate(rate), periods, method, dayCount });
        expectSound(buildSchedule(terms), terms);
      }
    },
  );
});

/** Terms of every kind that a schedule exists for. */
const anyTerms = fc
  .record({
    principalFen: fc.oneof(
      fc.integer({ min: 1, max: 1_000_000_000_00 }),
      fc.integer({ min: 1, max: 5_000 }).map((yuan) => yuan * 100_00),
    ),
    annualRate: fc.oneof(
      fc.bigInt({ min: 0n, max: 2_000_000_000_000n }).map(scaledToRate),
      fc.integer({ min: 0, max: 72 }).map((half) => parseRate((half / 200).toFixed(3))),
    ),
    method: fc.constantFrom(...QUOTE_METHODS),
    periods: fc.integer({ min: 1, max: 60 }),
    periodUnit: fc.constantFrom(...PERIOD_UNITS),
    periodEvery: fc.integer({ min: 1, max: 6 }),
    disbursedOn: fc.integer({ min: 0, max: 800 }).map((days) => on(new Date(Date.UTC(2027, 0, 1 + days)).toISOString().slice(0, 10))),
    brokenDays: fc.option(fc.integer({ min: 1, max: 60 })),
    monthEnd: fc.constantFrom('CLAMP' as const, 'ROLL' as const),
    dayCount: fc.constantFrom(...COUNTS),
    rounding: fc.constantFrom(...ROUNDINGS),
    instalmentMultipleFen: fc.constantFrom(1, 1, 1, 10, 100),
    principalGracePeriods: fc.constantFrom(0, 0, 1, 3),
    interestGracePeriods: fc.constantFrom(0, 0, 1, 2),
    evenLastInstalment: fc.boolean(),
  })
  .map(({ brokenDays, ...rest }): ScheduleTerms => {
    const firstDueOn =
      brokenDays === null ? null : on(new Date(Date.parse(rest.disbursedOn) + brokenDays * 86_400_000).toISOString().slice(0, 10));
    return { ...rest, firstDueOn };
  })
  .filter((terms) => termsProblem(terms) === null);

describe('[4.3] whatever the terms', () => {
  it('keeps the principal, clears at the end, has no negative row, and is what exact arithmetic gives', () => {
    fc.assert(
      fc.property(anyTerms, (terms) => {
        let rows: readonly ScheduleRow[];
        try {
          rows = buildSchedule(terms);
        } catch (error) {
          return expect(error).toMatchObject({ code: 'INSTALMENT_MULTIPLE_TOO_LARGE' });
        }
        expectSound(rows, terms);
        expect(rows).toEqual(exactSchedule(terms));
      }),
      { numRuns: runs(200) },
    );
  });
});

describe('[4.3] due dates', () => {
  it('of a bullet loan is one, at the end of the term', () => {
    expect(buildSchedule(aSchedule({ method: 'BULLET', periods: 13 })).map((row) => row.dueOn)).toEqual(['2027-02-28']);
  });
});

describe('[4.3] grace', () => {
  it('on principal: interest alone at first, then level over the periods that are left', () => {
    const rows = buildSchedule(aSchedule({ periods: 14, principalGracePeriods: 2 }));
    expect(rows.slice(0, 2).map((row) => [row.interestFen, row.principalFen])).toEqual([
      [1000_00, 0],
      [1000_00, 0],
    ]);
    expect(rows.slice(2).map((row) => row.totalFen)).toEqual(totals({}));
  });

  it('on interest: what waits is paid with the first period after it, without interest on it', () => {
    const [usual, later] = [buildSchedule(aSchedule()), buildSchedule(aSchedule({ interestGracePeriods: 2 }))];
    expect(later.map((row) => row.principalFen)).toEqual(usual.map((row) => row.principalFen));
    expect(later.slice(0, 3).map((row) => row.interestFen)).toEqual([0, 0, 1000_00 + 921_15 + (usual[2]?.interestFen ?? 0)]);
    expect(sumFen(later.map((row) => row.interestFen))).toBe(6618_53);
  });
});

describe('[4.3] the level instalment', () => {
  it.each<[string, Partial<ScheduleTerms>, number, number]>([
    ['to the nearest 10 yuan, the last takes the rest', { instalmentMultipleFen: 10_00 }, 8880_00, 8941_87],
    ['to the nearest 100 yuan', { instalmentMultipleFen: 100_00 }, 8900_00, 8708_23],
    ['at rate zero', { annualRate: parseRate('0') }, 8333_33, 8333_37],
    ['at rate zero, evened', { annualRate: parseRate('0'), evenLastInstalment: true }, 8333_33, 8333_37],
    ['of one fen over three months', { principalFen: 1, periods: 3, annualRate: parseRate('0') }, 0, 1],
  ])('%s', (_title, change, levelFen, lastFen) => {
    const paid = totals(change);
    expect([paid[0], paid.at(-1)]).toEqual([levelFen, lastFen]);
  });

  it('is moved so that the last one differs less', () => {
    const terms = { principalFen: 1_000_00, annualRate: parseRate('0.095'), periods: 36 } as const;
    const apart = (paid: readonly number[]) => Math.abs((paid.at(-1) ?? 0) - (paid[0] ?? 0));
    expect(apart(totals({ ...terms, evenLastInstalment: true }))).toBeLessThanOrEqual(apart(totals(terms)));
  });

  it('a multiple above twice the instalment is refused', () => {
    expect(() => buildSchedule(aSchedule({ instalmentMultipleFen: 20_000_00 }))).toThrow('INSTALMENT_MULTIPLE_TOO_LARGE');
  });

  it('flat interest is on the whole principal to the end', () => {
    const rows = buildSchedule(aSchedule({ method: 'FLAT' }));
    expect(new Set(rows.map((row) => row.interestFen))).toEqual(new Set([1000_00]));
    expect([rows[0]?.totalFen, rows.at(-1)?.totalFen]).toEqual([9333_33, 9333_37]);
  });
});
