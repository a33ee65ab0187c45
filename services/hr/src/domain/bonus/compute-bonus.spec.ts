import { describe, expect, test } from '@jest/globals';
import { goodFormula, goodInputs } from './bonus.builder.js';
import { computeBonus, bpsOf } from './compute-bonus.js';
import type { BonusInputs } from './compute-bonus.js';
import type { BonusFormula } from './formula.js';

const fixed: BonusFormula['base'] = {
  kind: 'FIXED_BY_LEVEL',
  shareBps: null,
  levels: [
    { level: 'sales-manager', amountFen: 900_000 },
    { level: 'salesperson', amountFen: 400_000 },
  ],
};

describe('[5.6] bonus = base x performance x score x risk, within caps', () => {
  test('every line with its factor and what there is after it', () => {
    const { lines, ...sums } = computeBonus(goodFormula, { ...goodInputs, overdueFen: 5, nplFen: 0, outstandingFen: 100 });
    expect(lines).toEqual([
      { code: 'BASE', factorBps: 50, limitFen: null, amountFen: 500_000 },
      { code: 'PERFORMANCE', factorBps: 12_000, limitFen: null, amountFen: 600_000 },
      { code: 'SCORE', factorBps: 10_000, limitFen: null, amountFen: 600_000 },
      { code: 'OVERDUE', factorBps: 8_000, limitFen: null, amountFen: 480_000 },
      { code: 'NPL', factorBps: 10_000, limitFen: null, amountFen: 480_000 },
      { code: 'CAP_PERSON', factorBps: null, limitFen: 5_000_000, amountFen: 480_000 },
      { code: 'CAP_SHARE_OF_BASE', factorBps: 15_000, limitFen: 750_000, amountFen: 480_000 },
    ]);
    expect(sums).toMatchObject({ baseFen: 500_000, totalFen: 480_000, deferredFen: 192_000, paidNowFen: 288_000 });
  });

  test.each<[string, Partial<BonusFormula>, Partial<BonusInputs>, number]>([
    ['nothing sold', {}, { disbursedFen: 0 }, 0],
    ['more taken back than sold', {}, { disbursedFen: -5_000 }, 0],
    ['the score just below the least', {}, { score: 599_999 }, 0],
    ['the least score', {}, { score: 600_000 }, 360_000],
    ['a step of performance missed', {}, { performance: 999_999 }, 500_000],
    ['too many bad loans', {}, { nplFen: 2, outstandingFen: 100 }, 300_000],
    ['risk figures that are absent', {}, { overdueFen: null, outstandingFen: 100 }, 600_000],
    ['the cap of a person', { caps: { personFen: 123_456, shareOfBaseBps: null } }, {}, 123_456],
    ['the cap by the base', { caps: { personFen: 5_000_000, shareOfBaseBps: 10_000 } }, {}, 500_000],
    ['a base by level', { base: fixed }, {}, 480_000],
    ['the highest level that is held', { base: fixed }, { levels: ['salesperson', 'sales-manager'] }, 1_080_000],
    ['a level that the formula does not name', { base: fixed }, { levels: ['trainer'] }, 0],
    [
      'half a fen is rounded up',
      { base: { ...goodFormula.base, shareBps: 1 }, caps: { personFen: 9, shareOfBaseBps: null } },
      { disbursedFen: 5_000 },
      1,
    ],
  ])('%s', (_title, formula, inputs, totalFen) => {
    expect(computeBonus({ ...goodFormula, ...formula }, { ...goodInputs, ...inputs }).totalFen).toBe(totalFen);
  });

  test.each([
    [1, 5_000, 1],
    [1, 4_999, 0],
    [3, 3_333, 1],
    [9_007_199_254_740_991, 10_000, 9_007_199_254_740_991],
    [9_007_199_254_740_991, 5_000, 4_503_599_627_370_496],
  ])('a share of %i fen at %i basis points is %i', (fen, bps, share) => {
    expect(bpsOf(fen, bps)).toBe(share);
  });
});
