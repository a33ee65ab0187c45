import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { CurvePoint } from './curve.js';
import { INDICATORS, LOWER_IS_BETTER } from './indicator.js';
import type { Figures, Indicator } from './indicator.js';
import { score } from './scheme.js';
import type { SchemeGate, SchemeLine } from './scheme.js';

// What the scoring promises whatever the figures and whatever scheme was published: each over 10,000 made-up cases.
const RUNS = { numRuns: 10_000 };

const fen = fc.integer({ min: 0, max: 5_000_000_00 });
const figures: fc.Arbitrary<Figures> = fc
  .record({
    disbursedFen: fc.integer({ min: -1_000_00, max: 9_000_000_00 }),
    loans: fc.integer({ min: -3, max: 40 }),
    newCustomers: fc.integer({ min: -3, max: 20 }),
    marks: fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 6 }),
    violations: fc.nat(2),
    severeViolations: fc.nat(1),
    outstandingFen: fen,
    shares: fc.tuple(fc.nat(100), fc.nat(100)),
    deadlines: fc.tuple(fc.nat(9), fc.nat(9)),
    firstPaymentDefaults: fc.nat(3),
  })
  .map(({ marks, shares, deadlines, violations, severeViolations, outstandingFen, ...rest }) => {
    const total = marks.reduce((sum, mark) => sum + mark, 0);
    const overdueFen = Math.floor((outstandingFen * shares[0]) / 100);
    return {
      ...rest,
      ...{
        satisfactionSample: marks.length,
        satisfactionTotal: total,
        satisfactionAverage: marks.length > 0 ? total / marks.length : null,
      },
      ...{ violations: violations + severeViolations, severeViolations, trainingHours: 0, outstandingFen, overdueFen },
      nplFen: Math.floor((overdueFen * shares[1]) / 100),
      ...{ deadlinesDue: Math.max(...deadlines), deadlinesKept: Math.min(...deadlines) },
    };
  });

const curveOf = (indicator: Indicator): fc.Arbitrary<readonly CurvePoint[] | undefined> =>
  fc.option(
    fc.array(fc.tuple(fc.integer({ min: 1, max: 1_000_000 }), fc.nat(120)), { minLength: 2, maxLength: 5 }).map((steps) => {
      const points = steps.map(([, value]) => value).sort((a, b) => (LOWER_IS_BETTER.includes(indicator) ? b - a : a - b));
      let at = 0;
      return steps.map(([gap], place) => ({ at: (at += gap), points: points[place] ?? 0 }));
    }),
    { nil: undefined },
  );

/** Any choice of indicators with weights that sum to 100. */
const scheme: fc.Arbitrary<{ lines: readonly SchemeLine[]; gates: readonly SchemeGate[] }> = fc
  .tuple(fc.shuffledSubarray([...INDICATORS], { minLength: 1 }), fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 9, maxLength: 9 }))
  .chain(([indicators, parts]) => {
    const weights = indicators.map((_, place) => parts[place] ?? 1);
    const sum = weights.reduce((all, weight) => all + weight, 0);
    const whole = weights.map((weight) => Math.max(1, Math.floor((weight * 100) / sum)));
    const rest = 100 - whole.slice(1).reduce((all, weight) => all + weight, 0);
    const line = (indicator: Indicator, place: number) =>
      fc.record({
        indicator: fc.constant(indicator),
        weight: fc.constant(place === 0 ? rest : (whole[place] ?? 1)),
        target: indicator.endsWith('RATE') ? fc.constantFrom(0.01, 0.05, 0.1) : fc.integer({ min: 1, max: 1_000_000 }),
        curve: curveOf(indicator),
      });
    const gate = fc.record({
      kind: fc.constantFrom('SEVERE_VIOLATION' as const, 'OVERDUE_RATE' as const, 'NPL_RATE' as const),
      above: fc.constantFrom(0, 0.02, 0.1, 1),
      cap: fc.nat(120),
    });
    return fc.record({ lines: fc.tuple(...indicators.map(line)), gates: fc.array(gate, { maxLength: 3 }) });
  });

const PERFORMANCE = ['disbursedFen', 'loans', 'newCustomers'] as const;

describe('[5.1-5.6, 1.7] scoring, whatever the figures', () => {
  test('raising a performance figure never lowers the score', () => {
    const raise = fc.tuple(fc.constantFrom(...PERFORMANCE), fc.integer({ min: 1, max: 1_000_000 }));
    let rose = 0;
    fc.assert(
      fc.property(scheme, figures, raise, (rule, before, [name, by]) => {
        const [low, high] = [score(rule, before).total, score(rule, { ...before, [name]: before[name] + by }).total];
        expect(high).toBeGreaterThanOrEqual(low);
        if (high > low) rose += 1;
      }),
      RUNS,
    );
    expect(rose).toBeGreaterThan(500);
  });

  test('an absent component never lowers a score below what the present ones give', () => {
    let absent = 0;
    fc.assert(
      fc.property(scheme, figures, ({ lines }, of) => {
        const whole = score({ lines }, of);
        const present = lines.filter((_, place) => whole.lines[place]?.points !== null);
        absent += lines.length - present.length;
        const points = whole.lines.map((one) => one.points).filter((one) => one !== null);
        expect(whole.total).toBe(score({ lines: present }, of).total);
        if (points.length > 0) expect(whole.total).toBeGreaterThanOrEqual(Math.min(...points));
        else expect(whole.total).toBe(0);
      }),
      RUNS,
    );
    expect(absent).toBeGreaterThan(500);
  });

  test('[1.7] the weights sum to 100 % after re-weighting, and no absent component has a share', () => {
    fc.assert(
      fc.property(scheme, figures, (rule, of) => {
        const { lines } = score(rule, of);
        const shares = lines.map((one) => one.shareBp ?? 0);
        const somebody = lines.some((one) => one.points !== null);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(somebody ? 10_000 : 0);
        lines.forEach((one, place) => expect((shares[place] ?? 0) > 0).toBe(one.points !== null));
      }),
      RUNS,
    );
  });

  test('[5.9] the rank order is the same in whatever order people and lines come', () => {
    const people = fc.array(figures, { minLength: 2, maxLength: 3 });
    fc.assert(
      fc.property(scheme, people, fc.infiniteStream(fc.nat(999)), (rule, all, draw) => {
        const shuffled = <T>(list: readonly T[]): T[] =>
          list
            .map((one) => ({ one, key: draw.next().value as number }))
            .sort((a, b) => a.key - b.key)
            .map(({ one }) => one);
        const named = all.map((of, place) => ({ of, place }));
        const rank = (some: typeof named, by: typeof rule) =>
          some
            .map(({ of, place }) => ({ place, total: score(by, of).total }))
            .sort((a, b) => b.total - a.total || a.place - b.place)
            .map(({ place, total }) => `${place}:${total}`);
        expect(rank(shuffled(named), { ...rule, lines: shuffled(rule.lines) })).toEqual(rank(named, rule));
      }),
      RUNS,
    );
  });

  test('a score lies between 0 and 120 and below the cap of each gate that holds it', () => {
    fc.assert(
      fc.property(scheme, figures, (rule, of) => {
        const { total, gates } = score(rule, of);
        expect(total >= 0 && total <= 120).toBe(true);
        for (const { cap } of gates) expect(total).toBeLessThanOrEqual(cap);
      }),
      { numRuns: 1_000 },
    );
  });
});
