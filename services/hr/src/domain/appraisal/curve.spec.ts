import { describe, expect, test } from '@jest/globals';
import { isCurve, pointsAt, usualCurve } from './curve.js';
import type { CurvePoint } from './curve.js';
import { compare, exact, fraction, toFourPlaces } from './fraction.js';

const at = (x: number, points: number): CurvePoint => ({ at: x, points });
const steep = [at(0, 0), at(50, 60), at(100, 100), at(150, 120)];

describe('[1.7] points of a curve', () => {
  test.each([
    ['below the first point', steep, -3, 0],
    ['on a point', steep, 50, 60],
    ['between two', steep, 75, 80],
    ['a third of the way', [at(0, 0), at(3, 1)], 1, 0.3333],
    ['beyond the last', steep, 9_999, 120],
    ['falling', [at(0.01, 120), at(0.05, 0)], 0.03, 60],
    ['of nothing', [], 5, 0],
  ])('%s', (_title, curve, actual, points) => {
    expect(toFourPlaces(pointsAt(curve, exact(actual)))).toBe(points);
  });

  test.each([
    ['on target', 'LOANS', 10, 10, 100],
    ['half of it', 'LOANS', 10, 5, 50],
    ['no more than 120', 'LOANS', 10, 99, 120],
    ['no overdue at all', 'OVERDUE_RATE', 0.05, 0, 120],
    ['overdue at its target', 'OVERDUE_RATE', 0.05, 0.05, 100],
    ['overdue at twice its target', 'OVERDUE_RATE', 0.05, 0.1, 0],
  ] as const)('the usual curve: %s', (_title, indicator, target, actual, points) => {
    expect(toFourPlaces(pointsAt(usualCurve(indicator, target), exact(actual)))).toBe(points);
  });

  test.each([
    ['rising', 'LOANS', steep, true],
    ['level in part', 'LOANS', [at(0, 10), at(5, 10), at(6, 20)], true],
    ['falling where low is good', 'NPL_RATE', [at(0, 120), at(0.1, 0)], true],
    ['falling where high is good', 'LOANS', [at(0, 120), at(5, 0)], false],
    ['rising where low is good', 'OVERDUE_RATE', steep, false],
    ['one point', 'LOANS', [at(0, 0)], false],
    ['none', 'LOANS', [], false],
    ['two at one place', 'LOANS', [at(1, 0), at(1, 50)], false],
    ['going back', 'LOANS', [at(2, 0), at(1, 50)], false],
    ['above 120', 'LOANS', [at(0, 0), at(1, 121)], false],
    ['below 0', 'LOANS', [at(0, -1), at(1, 50)], false],
    ['not a number', 'LOANS', [at(0, 0), at(Number.NaN, 50)], false],
  ] as const)('%s', (_title, indicator, curve, sound) => {
    expect(isCurve(indicator, curve)).toBe(sound);
  });

  test('points are exact between places that no float can hold', () => {
    expect(compare(pointsAt([at(0, 0), at(0.3, 1)], exact(0.1)), fraction(1, 3))).toBe(0);
    expect(toFourPlaces(pointsAt([at(0, 0), at(0.3, 3)], exact(0.1)))).toBe(1);
  });
});
