import { describe, expect, test } from '@jest/globals';
import { compare, exact, fourPlaces, fraction, least, minus, most, over, plus, shareOf, times, toFourPlaces } from './fraction.js';

describe('[5.6] exact fractions', () => {
  test.each([
    [0, 0n],
    [4.5, 4_500_000n],
    [0.000001, 1n],
    [0.1, 100_000n],
    [-2.75, -2_750_000n],
    [9_007_199_254_740_991, 9_007_199_254_740_991_000_000n],
  ])('%s is what was written', (value, num) => {
    expect(exact(value)).toEqual({ num, den: 1_000_000n });
  });

  test.each([
    ['a third', fraction(1, 3), 0.3333],
    ['two thirds', fraction(2, 3), 0.6667],
    ['half of the last place goes up', fraction(1, 20_000), 0.0001],
    ['less than half of it goes down', fraction(49_999, 1_000_000_000), 0],
    ['a whole', fraction(120), 120],
    ['half below nothing goes up', fraction(-1, 20_000), 0],
    ['below nothing', fraction(-2, 3), -0.6667],
  ])('%s is rounded once', (_title, value, rounded) => {
    expect(toFourPlaces(value)).toBe(rounded);
  });

  test('one tenth three times is three tenths, which floats deny', () => {
    const tenth = exact(0.1);
    expect(compare(plus(plus(tenth, tenth), tenth), exact(0.3))).toBe(0);
    expect(compare(minus(exact(0.3), tenth), exact(0.2))).toBe(0);
    expect(compare(times(exact(1.1), exact(1.1)), exact(1.21))).toBe(0);
    expect(compare(over(fraction(1), fraction(3)), fraction(1, 3))).toBe(0);
    expect([least(fraction(1, 3), exact(0.3)), most(fraction(1, 3), exact(0.3))].map(toFourPlaces)).toEqual([0.3, 0.3333]);
  });

  test.each([
    ['a divisor of nothing', () => fraction(1, 0)],
    ['a divisor below nothing', () => fraction(1, -1)],
    ['by nothing', () => over(fraction(1), fraction(0))],
    ['half a fen', () => fraction(0.5)],
  ])('refuses %s', (_title, act) => {
    expect(act).toThrow();
  });

  test.each([
    [5, 100, 0.05],
    [undefined, 100, 0],
    [5, 0, null],
    [5, undefined, null],
    [1, 3, 0.3333],
  ])('the share of %s in %s is %s', (part, whole, share) => {
    expect(shareOf(part, whole)).toBe(share);
  });

  test('is told with four decimals', () => {
    expect(fourPlaces(86.25)).toBe('86.2500');
  });
});
