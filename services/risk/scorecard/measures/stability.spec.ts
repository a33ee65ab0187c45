import { describe, expect, test } from '@jest/globals';
import { bandOf, countsIn, limitsOf, psiOf } from './stability.ts';

describe('population stability index', () => {
  test.each([
    ['the same counts', [10, 20, 30], [10, 20, 30], 0],
    // (0.5+60 of 101) and (0.5+40 of 101) against 40.5 and 60.5 of 101: 2 x (20/101) x ln(60.5/40.5).
    ['shares that swap', [60, 40], [40, 60], 2 * (20 / 101) * Math.log(60.5 / 40.5)],
    ['one band holds everybody', [5], [9], 0],
  ])('%s', (_name, before, after, psi) => expect(psiOf(before, after)).toBeCloseTo(psi, 12));

  test('an empty band is a great change, not an infinite one', () => {
    const psi = psiOf([50, 50], [100, 0]);
    expect(Number.isFinite(psi)).toBe(true);
    expect(psi).toBeGreaterThan(0.25);
  });

  test.each([
    [[1, 2], [1]],
    [[], []],
  ])('%j and %j are not the same bands', (before, after) => expect(() => psiOf(before, after)).toThrow('same bands'));
});

describe('bands of equal size', () => {
  test.each([
    [[1, 2, 3, 4, 5, 6], 3, [3, 5]],
    [[7, 7, 7, 7], 4, []],
    [[1, 1, 1, 9], 2, []],
    [[1, 1, 9, 9], 2, [9]],
  ])('%j in %d', (scores, bands, limits) => expect(limitsOf(scores, bands)).toEqual(limits));

  test('a score at a limit is in the upper band, and each is counted once', () => {
    expect([2, 3, 4, 5].map((score) => bandOf(score, [3, 5]))).toEqual([0, 1, 1, 2]);
    expect(countsIn([2, 3, 4, 5], [3, 5])).toEqual([1, 2, 1]);
  });
});
