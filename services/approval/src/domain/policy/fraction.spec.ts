import { describe, expect, test } from '@jest/globals';
import { checkFraction, leastCount, reaches } from './fraction.js';

const twoThirds = { numerator: 2, denominator: 3 };
const half = { numerator: 1, denominator: 2 };

describe('[4.12] shares of heads are exact', () => {
  test.each([
    [0, 3, false],
    [1, 3, false],
    [2, 3, true],
    [3, 5, false],
    [4, 5, true],
    [4, 6, true],
    [3, 6, false],
    [66, 100, false],
    [67, 100, true],
    [0, 0, false],
  ])('%i of %i reach two thirds: %p', (count, base, expected) => {
    expect(reaches(count, twoThirds, base)).toBe(expected);
    expect(reaches(leastCount(twoThirds, base), twoThirds, base)).toBe(base > 0);
    if (base > 0) expect(reaches(leastCount(twoThirds, base) - 1, twoThirds, base)).toBe(false);
  });

  test.each([
    ['one half is not above one half', { numerator: 1, denominator: 2 }],
    ['more than everybody', { numerator: 4, denominator: 3 }],
    ['nothing', { numerator: 0, denominator: 3 }],
    ['a negative share', { numerator: -2, denominator: -3 }],
    ['no denominator', { numerator: 1, denominator: 0 }],
    ['a part that is not whole', { numerator: 1.5, denominator: 2 }],
    ['a part that is no number', { numerator: Number.NaN, denominator: 2 }],
    ['an endless part', { numerator: 2_000, denominator: 3_000 }],
  ])('%s is refused', (_name, fraction) => {
    expect(() => checkFraction(fraction, 'majority', half)).toThrow(expect.objectContaining({ code: 'FRACTION_INVALID' }));
  });

  test.each([[twoThirds], [{ numerator: 1, denominator: 1 }], [{ numerator: 501, denominator: 1_000 }]])('%p is a majority', (fraction) => {
    expect(() => checkFraction(fraction, 'majority', half)).not.toThrow();
  });
});
