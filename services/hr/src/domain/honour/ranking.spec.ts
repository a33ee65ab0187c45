import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { HONOUR_METRICS } from './measure.js';
import type { HonourSheet } from './measure.js';
import { rank } from './ranking.js';
import type { HonourCandidate, RankingEntry } from './ranking.js';

type Rule = Parameters<typeof rank>[0];
const rule: Rule = {
  ...{ metric: 'DISBURSED_AMOUNT', minimums: [{ metric: 'TOTAL_SCORE', least: 80 }], tieBreakers: ['TOTAL_SCORE', 'NEW_CUSTOMERS'] },
  ...{ places: 1, whenEqual: 'SHARED', leastQuarters: 1 },
};
const sheet = (employeeId: string, change: Partial<HonourSheet> = {}): HonourSheet => ({
  ...{
    id: `apr_${employeeId}_${change.quarter ?? '1'}`,
    employeeId,
    quarter: '2026-Q1',
    total: 90,
    disbursedFen: 100,
    loans: 1,
    newCustomers: 1,
  },
  ...{ satisfactionAverage: 4, satisfactionSample: 2, satisfactionTotal: 8, trainingHours: 0 },
  ...change,
});
const candidate = (employeeId: string, change: Partial<HonourSheet> = {}, more: Partial<HonourCandidate> = {}): HonourCandidate => ({
  ...{ employeeId, sheets: [sheet(employeeId, change)], severeIds: [], selling: true },
  ...more,
});
const brief = (entries: readonly RankingEntry[]) =>
  entries.map(({ employeeId, place, decidedBy, receives, shared }) => [employeeId, place, decidedBy, receives, shared]);

describe('[5.9] the champion is on top by the published rule', () => {
  test('by what the rule goes by; the list says what each is measured by', () => {
    const found = rank(rule, [candidate('a', { disbursedFen: 100 }), candidate('b', { disbursedFen: 101 })]);
    expect(brief(found)).toEqual([
      ['b', 1, null, true, false],
      ['a', 2, 'DISBURSED_AMOUNT', false, false],
    ]);
    expect(found[0]).toMatchObject({ values: [{ value: '101' }, { value: '90' }, { value: '1' }], sheetIds: ['apr_b_1'], equals: 0 });
  });

  test('a tie is decided by the first tie-breaker that differs, and the list names it', () => {
    const found = rank(rule, [
      candidate('a', { total: 90 }),
      candidate('b', { total: 90.0001 }),
      candidate('c', { total: 90, newCustomers: 0 }),
    ]);
    expect(brief(found)).toEqual([
      ['b', 1, null, true, false],
      ['a', 2, 'TOTAL_SCORE', false, false],
      ['c', 3, 'NEW_CUSTOMERS', false, false],
    ]);
  });

  test.each([
    ['SHARED', [true, true]],
    ['NOBODY', [false, false]],
  ] as const)('equal in everything, by the rule: %s', (whenEqual, receives) => {
    const found = rank({ ...rule, whenEqual }, [candidate('b'), candidate('a')]);
    expect(found.map((entry) => [entry.place, entry.receives, entry.shared, entry.equals])).toEqual(
      receives.map((got) => [1, got, got, 1]),
    );
  });

  test('equals who fit into the places receive it whatever the rule says of those who do not', () => {
    const found = rank({ ...rule, places: 3, whenEqual: 'NOBODY' }, [
      candidate('a'),
      candidate('b'),
      candidate('c', { loans: 9, disbursedFen: 1 }),
      candidate('d', { disbursedFen: 1 }),
    ]);
    expect(found.map(({ place, receives }) => [place, receives])).toEqual([
      [1, true],
      [1, true],
      [3, false],
      [3, false],
    ]);
  });

  test.each<[string, HonourCandidate, Partial<Rule>, string[], string[]]>([
    [
      'a severe violation',
      candidate('a', { disbursedFen: 999 }, { severeIds: ['vio_2', 'vio_1'] }),
      {},
      ['SEVERE_VIOLATION'],
      ['vio_1', 'vio_2'],
    ],
    ['having left', candidate('a', { disbursedFen: 999 }, { selling: false }), {}, ['NOT_SELLING'], []],
    [
      'a score below the minimum',
      candidate('a', { disbursedFen: 999, total: 79.9999 }),
      {},
      ['BELOW_MINIMUM'],
      ['TOTAL_SCORE: 79.9999 < 80'],
    ],
    [
      'no answer where satisfaction is asked for',
      candidate('a', { satisfactionAverage: null, satisfactionSample: 0, satisfactionTotal: 0 }),
      { minimums: [{ metric: 'SATISFACTION', least: 0 }] },
      ['BELOW_MINIMUM'],
      ['SATISFACTION: - < 0'],
    ],
    ['a quarter too few', candidate('a', { disbursedFen: 999 }), { leastQuarters: 4 }, ['QUARTERS_MISSING'], ['1 / 4']],
    [
      'everything at once',
      candidate('a', { total: 1 }, { severeIds: ['vio_1'], selling: false }),
      { leastQuarters: 4 },
      ['SEVERE_VIOLATION', 'NOT_SELLING', 'QUARTERS_MISSING', 'BELOW_MINIMUM'],
      ['vio_1', '1 / 4', 'TOTAL_SCORE: 1 < 80'],
    ],
  ])('[5.4] %s keeps somebody on the list without a place, with the reason', (_title, one, change, obstacles, because) => {
    const year = ['1', '2', '3', '4'].map((quarter) => sheet('z', { quarter, disbursedFen: 1 }));
    const found = rank({ ...rule, ...change }, [one, candidate('z', {}, { sheets: year })]);
    expect(brief(found).map((entry) => entry.slice(0, 2))).toEqual([
      ['z', 1],
      ['a', null],
    ]);
    expect(found[1]).toMatchObject({ obstacles, because, receives: false });
  });

  test('nobody on the list is nobody honoured', () => {
    expect(rank(rule, [])).toEqual([]);
  });
});

const metric = fc.constantFrom(...HONOUR_METRICS);
const anyRule: fc.Arbitrary<Rule> = fc.record({
  metric,
  minimums: fc.array(fc.record({ metric, least: fc.integer({ min: 0, max: 4 }) }), { maxLength: 2 }),
  tieBreakers: fc.uniqueArray(metric, { maxLength: 3 }),
  places: fc.integer({ min: 1, max: 4 }),
  whenEqual: fc.constantFrom('SHARED' as const, 'NOBODY' as const),
  leastQuarters: fc.integer({ min: 1, max: 2 }),
});
/** Few values, so that ties are common. */
const anySheet = fc.record({
  total: fc.integer({ min: 0, max: 30 }).map((tenths) => tenths / 10),
  disbursedFen: fc.integer({ min: 0, max: 3 }),
  loans: fc.integer({ min: 0, max: 2 }),
  newCustomers: fc.integer({ min: 0, max: 1 }),
  satisfactionTotal: fc.integer({ min: 0, max: 6 }),
  satisfactionSample: fc.integer({ min: 0, max: 3 }),
  trainingHours: fc.integer({ min: 0, max: 1 }),
});
const anyCandidates = fc
  .array(
    fc.record({
      sheets: fc.array(anySheet, { minLength: 1, maxLength: 2 }),
      severeIds: fc.oneof({ weight: 4, arbitrary: fc.constant<string[]>([]) }, { weight: 1, arbitrary: fc.constant(['vio_1']) }),
      selling: fc.oneof({ weight: 9, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
    }),
    { maxLength: 7 },
  )
  .map((people) =>
    people.map(({ sheets, ...rest }, place): HonourCandidate => {
      const employeeId = `emp_${place}`;
      return {
        ...rest,
        employeeId,
        sheets: sheets.map((one, quarter) => sheet(employeeId, { ...one, quarter: String(quarter), satisfactionAverage: null })),
      };
    }),
  );

test('[5.9] 10,000 random lists: the order of the input changes nothing, and nobody who is blocked is ever honoured [5.4]', () => {
  const shuffled = anyCandidates.chain((candidates) =>
    fc.tuple(fc.constant(candidates), fc.shuffledSubarray([...candidates], { minLength: candidates.length, maxLength: candidates.length })),
  );
  fc.assert(
    fc.property(anyRule, shuffled, (one, [candidates, others]) => {
      const list = rank(one, candidates);
      expect(rank(one, others)).toEqual(list);
      expect(list.map(({ employeeId }) => employeeId).sort()).toEqual(candidates.map(({ employeeId }) => employeeId).sort());
      const blocked = new Set(
        candidates.filter(({ severeIds, selling }) => severeIds.length > 0 || !selling).map(({ employeeId }) => employeeId),
      );
      for (const { employeeId, place, receives, obstacles } of list) {
        expect(place === null).toBe(obstacles.length > 0);
        if (receives) expect(blocked.has(employeeId)).toBe(false);
        if (receives) expect(place).toBeLessThanOrEqual(one.places);
      }
      const winners = list.filter(({ receives }) => receives).length;
      if (one.whenEqual === 'NOBODY') expect(winners).toBeLessThanOrEqual(one.places);
      const runners = list.filter(({ place }) => place !== null).length;
      if (one.whenEqual === 'SHARED') expect(winners).toBeGreaterThanOrEqual(Math.min(one.places, runners));
    }),
    { numRuns: 10_000 },
  );
});
