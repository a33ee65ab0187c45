import { describe, expect, it, test } from '@jest/globals';
import { achievementsOf, checkFigures, NO_FIGURES, shareOf, sumOf } from './figures.js';

describe('[2.3] figures of sales', () => {
  test('add up measure by measure', () => {
    const one = { disbursedFen: 5, loans: 1, newCustomers: 0 };
    expect(sumOf([one, one, { ...one, newCustomers: 1 }])).toEqual({ disbursedFen: 15, loans: 3, newCustomers: 1 });
    expect(sumOf([])).toEqual(NO_FIGURES);
  });

  test.each([
    [0, 10, '0'],
    [1, 3, '0.3333'],
    [2, 3, '0.6666'],
    [10, 10, '1'],
    [25, 10, '2.5'],
    [9_007_199_254_740_990, 9_007_199_254_740_991, '0.9999'],
  ])('%d of %d is %s: never rounded up to a target that is not reached', (achieved, target, share) => {
    expect(shareOf(achieved, target)).toBe(share);
  });

  test('nothing asked has no share', () => {
    expect(shareOf(7, 0)).toBeNull();
  });

  test('stand beside their targets', () => {
    const achieved = { disbursedFen: 50, loans: 1, newCustomers: 0 };
    expect(achievementsOf({ disbursedFen: 100, loans: 1, newCustomers: 0 }, achieved)).toEqual([
      { measure: 'disbursedFen', target: 100, achieved: 50, share: '0.5' },
      { measure: 'loans', target: 1, achieved: 1, share: '1' },
      { measure: 'newCustomers', target: 0, achieved: 0, share: null },
    ]);
  });

  it.each([
    ['disbursedFen', -1],
    ['loans', 0.5],
    ['newCustomers', Number.NaN],
  ])('refuses %s of %d at its field', (measure, value) => {
    expect(() => checkFigures({ ...NO_FIGURES, [measure]: value }, 'department')).toThrow(
      expect.objectContaining({ code: 'INPUT_INVALID', field: `department.${measure}` }),
    );
  });
});
