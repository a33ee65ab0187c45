import { describe, expect, test } from '@jest/globals';
import { DomainError, DomainErrors, parseLocalDate } from '@weilend/kernel';
import type { Figures } from './indicator.js';
import { adjusted, approveScheme, checkScheme, proposeScheme, score } from './scheme.js';
import type { AppraisalScheme, SchemeLine } from './scheme.js';

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

function refusalsOf(act: () => unknown): string[] {
  try {
    act();
  } catch (error) {
    if (error instanceof DomainErrors) return error.all.map((one) => one.code);
    if (error instanceof DomainError) return [error.code];
    throw error;
  }
  return [];
}

function codesOf(lines: readonly SchemeLine[], fromQuarter = '2026-Q1', more: Partial<AppraisalScheme> = {}): string[] {
  return refusalsOf(() => checkScheme({ fromQuarter, lines, ...more }));
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

  test.each<[string, readonly SchemeLine[], Partial<AppraisalScheme>, string[]]>([
    [
      'a curve of its own',
      [
        {
          ...line('LOANS', 100),
          curve: [
            { at: 0, points: 0 },
            { at: 9, points: 120 },
          ],
        },
      ],
      {},
      [],
    ],
    ['gates and an adjustment', good, { gates: [{ kind: 'OVERDUE_RATE', above: 0.05, cap: 60 }], adjustmentLimit: 5 }, []],
    [
      'a curve that punishes more loans',
      [
        {
          ...line('LOANS', 100),
          curve: [
            { at: 0, points: 50 },
            { at: 9, points: 0 },
          ],
        },
      ],
      {},
      ['SCHEME_CURVE_INVALID'],
    ],
    ['a cap above the top', good, { gates: [{ kind: 'NPL_RATE', above: 0.05, cap: 121 }] }, ['SCHEME_GATE_INVALID']],
    ['a limit below nothing', good, { gates: [{ kind: 'SEVERE_VIOLATION', above: -1, cap: 0 }] }, ['SCHEME_GATE_INVALID']],
    ['a limit that is no number', good, { gates: [{ kind: 'NPL_RATE', above: Number.NaN, cap: 0 }] }, ['SCHEME_GATE_INVALID']],
    ['adjustments below nothing', good, { adjustmentLimit: -1 }, ['SCHEME_ADJUSTMENT_INVALID']],
    ['adjustments above everything', good, { adjustmentLimit: 121 }, ['SCHEME_ADJUSTMENT_INVALID']],
  ])('%s', (_title, lines, more, codes) => {
    expect(codesOf(lines, '2026-Q1', more)).toEqual(codes);
  });

  test.each(['2026', '2026-Q5', '2026-q1', ''])('refuses the quarter "%s"', (quarter) => {
    expect(codesOf(good, quarter)).toEqual(['QUARTER_INVALID']);
  });
});

describe('[5.1-5.4] score', () => {
  test.each<[string, Partial<Figures>, number]>([
    ['half the amount, all loans, twice the customers', {}, 78],
    ['capped at 120 points a line', { disbursedFen: 900_000_000 }, 106],
    ['no sample: left out and re-weighted, not zero', { satisfactionAverage: null, satisfactionSample: 0 }, 77.5],
    ['a violation takes the compliance points', { violations: 1 }, 58],
    ['a third of a mark, to four decimals', { satisfactionAverage: 4.333333, satisfactionTotal: 13 }, 79.3333],
    ['fewer than nothing earns nothing', { disbursedFen: -1, loans: -3, newCustomers: -1 }, 36],
    ['nothing sold', { disbursedFen: 0, loans: 0, newCustomers: 0, satisfactionAverage: null }, 25],
  ])('%s', (_name, change, total) => {
    expect(score({ lines: good }, { ...figures, ...change }).total).toBe(total);
  });

  test('every component absent scores nothing', () => {
    expect(score({ lines: [line('SATISFACTION_SCORE', 100, 5)] }, { ...figures, satisfactionAverage: null }).total).toBe(0);
  });
});

describe('[5.3] rates, deadlines and defaults', () => {
  const rates: Figures = {
    ...figures,
    outstandingFen: 300,
    overdueFen: 10,
    nplFen: 5,
    firstPaymentDefaults: 1,
    deadlinesDue: 3,
    deadlinesKept: 2,
  };
  test.each<[SchemeLine, Partial<Figures>, number | null, number]>([
    [line('OVERDUE_RATE', 100, 0.1), {}, 0.0333, 113.3333],
    [line('OVERDUE_RATE', 100, 0.1), { overdueFen: 60 }, 0.2, 0],
    [line('OVERDUE_RATE', 100, 0.1), { outstandingFen: 0, overdueFen: 0 }, null, 0],
    [line('NPL_RATE', 100, 0.05), {}, 0.0167, 113.3333],
    [line('FIRST_PAYMENT_DEFAULTS', 100, 2), {}, 1, 110],
    [line('FIRST_PAYMENT_DEFAULTS', 100, 2), { firstPaymentDefaults: undefined }, null, 0],
    [line('DEADLINES_KEPT', 100, 1), {}, 0.6667, 66.6667],
    [line('DEADLINES_KEPT', 100, 1), { deadlinesDue: 0, deadlinesKept: 0 }, null, 0],
  ])('%j with %j', (one, change, actual, total) => {
    const scored = score({ lines: [one] }, { ...rates, ...change } as Figures);
    expect(scored).toMatchObject({ total, lines: [{ actual }] });
  });
});

describe('[5.4] gates', () => {
  const gates: AppraisalScheme['gates'] = [
    { kind: 'SEVERE_VIOLATION', above: 0, cap: 0 },
    { kind: 'OVERDUE_RATE', above: 0.05, cap: 60 },
    { kind: 'NPL_RATE', above: 0.02, cap: 70 },
  ];
  test.each<[string, Partial<Figures>, number, string[]]>([
    ['none', {}, 78, []],
    ['a severe violation', { severeViolations: 1 }, 0, ['SEVERE_VIOLATION']],
    ['overdue at the limit', { outstandingFen: 100, overdueFen: 5 }, 78, []],
    ['overdue above the limit', { outstandingFen: 1_000, overdueFen: 51 }, 60, ['OVERDUE_RATE']],
    ['the lowest cap holds', { outstandingFen: 100, overdueFen: 6, nplFen: 3 }, 60, ['OVERDUE_RATE', 'NPL_RATE']],
    ['nothing owed, no rate', { outstandingFen: 0, overdueFen: 0, nplFen: 0 }, 78, []],
  ])('%s', (_title, change, total, hit) => {
    const scored = score({ lines: good, gates }, { ...figures, ...change });
    expect([scored.total, scored.gates.map(({ kind }) => kind)]).toEqual([total, hit]);
  });

  test.each<[number, number[], AppraisalScheme['gates'], number]>([
    [78, [], [], 78],
    [78, [2.5, -0.25], [], 80.25],
    [119, [4], [], 120],
    [1, [-4], [], 0],
    [60, [5], [{ kind: 'OVERDUE_RATE', above: 0, cap: 60 }], 60],
    [0.1, [0.2], [], 0.3],
  ])('%s adjusted by %j under %j is %s', (total, by, held, result) => {
    expect(adjusted(total, by, held ?? [])).toBe(result);
  });
});

describe('[1.7] two people sign a scheme, before its first quarter begins', () => {
  const rule = { id: 'sch_1', version: 0, fromQuarter: '2026-Q3', lines: [{ indicator: 'LOANS' as const, weight: 100, target: 2 }] };
  const in2 = { today: parseLocalDate('2026-06-30'), earlier: { fromQuarter: '2025-Q1' }, isFirst: false };
  const in3 = { ...in2, today: parseLocalDate('2026-07-01') };
  const proposed = proposeScheme(rule, null, { ...in2, by: 'emp_a' });
  const published = approveScheme(proposed, { ...in2, by: 'emp_b' });

  test('counts when another one has approved it; an unapproved one gives way', () => {
    expect(proposed).toMatchObject({ state: 'PROPOSED', proposedBy: 'emp_a', approvedBy: null });
    expect(published).toMatchObject({ state: 'PUBLISHED', proposedBy: 'emp_a', approvedBy: 'emp_b' });
    const again = { ...rule, id: 'sch_2', adjustmentLimit: 3 };
    const next = proposeScheme(again, { ...proposed, version: 4 }, { ...in2, by: 'emp_b' });
    expect(next).toMatchObject({ id: 'sch_1', version: 4, adjustmentLimit: 3, proposedBy: 'emp_b' });
    expect(approveScheme(proposed, { ...in3, earlier: null, isFirst: true, by: 'emp_b' }).state).toBe('PUBLISHED');
  });

  test.each<[string, () => unknown, string]>([
    ['weights that do not add up', () => proposeScheme({ ...rule, lines: [] }, null, { ...in2, by: 'emp_a' }), 'SCHEME_WEIGHTS'],
    ['a proposal in its first quarter', () => proposeScheme(rule, null, { ...in3, by: 'emp_a' }), 'SCHEME_TOO_LATE'],
    [
      'a second one from the same quarter',
      () => proposeScheme(rule, published, { ...in2, earlier: published, by: 'emp_a' }),
      'SCHEME_EXISTS',
    ],
    ['an approval by who proposed it', () => approveScheme(proposed, { ...in2, by: 'emp_a' }), 'SCHEME_SAME_PERSON'],
    ['an approval in its first quarter', () => approveScheme(proposed, { ...in3, by: 'emp_b' }), 'SCHEME_TOO_LATE'],
    [
      'an approval for a quarter before that of the first',
      () => approveScheme(proposed, { ...in3, earlier: null, by: 'emp_b' }),
      'SCHEME_TOO_LATE',
    ],
    [
      'the first of the company for a quarter that is over',
      () => proposeScheme({ ...rule, fromQuarter: '2026-Q2' }, null, { ...in3, earlier: null, isFirst: true, by: 'emp_a' }),
      'SCHEME_TOO_LATE',
    ],
    ['an approval beside a published one', () => approveScheme(proposed, { ...in2, earlier: published, by: 'emp_b' }), 'SCHEME_EXISTS'],
    [
      'an approval of what was proposed anew since',
      () => approveScheme({ ...proposed, version: 2 }, { ...in2, by: 'emp_b', version: 1 }),
      'PROPOSAL_CHANGED',
    ],
    ['a second approval', () => approveScheme(published, { ...in2, by: 'emp_c' }), 'SCHEME_PUBLISHED'],
    ['an approval of a scheme of before', () => approveScheme(rule, { ...in2, by: 'emp_c' }), 'SCHEME_PUBLISHED'],
  ])('refused: %s', (_title, act, code) => {
    expect(refusalsOf(act)).toContain(code);
  });
});
