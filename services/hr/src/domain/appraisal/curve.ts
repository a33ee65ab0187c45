import type { Indicator } from './indicator.js';
import { LOWER_IS_BETTER } from './indicator.js';
import { compare, exact, fraction, minus, over, plus, times } from './fraction.js';
import type { Fraction } from './fraction.js';

/**
 * How many points an indicator earns (评分曲线): straight lines between the points that the scheme names. Below the first
 * and beyond the last point nothing changes any more. More of a good thing never earns less.
 */
export interface CurvePoint {
  /** In the unit of the target: fen, count, score, or a fraction for a rate. */
  readonly at: number;
  /** 0 to 120. */
  readonly points: number;
}

export const MOST_POINTS = 120;
const ON_TARGET = 100;
/** A figure whose like is better low has no points left at this multiple of its target. */
const TWICE = 2;

/** Without points of its own a line earns in proportion to its target, at most 120; what should be low loses in proportion. */
export function usualCurve(indicator: Indicator, target: number): readonly CurvePoint[] {
  if (!LOWER_IS_BETTER.includes(indicator)) {
    return [
      { at: 0, points: 0 },
      { at: target, points: ON_TARGET },
      { at: (target * MOST_POINTS) / ON_TARGET, points: MOST_POINTS },
    ];
  }
  return [
    { at: 0, points: MOST_POINTS },
    { at: target, points: ON_TARGET },
    { at: target * TWICE, points: 0 },
  ];
}

/** True for two or more points from 0 to 120 that rise to the right and never turn against the better direction. */
export function isCurve(indicator: Indicator, curve: readonly CurvePoint[]): boolean {
  const sign = LOWER_IS_BETTER.includes(indicator) ? -1 : 1;
  const sound = curve.every(({ at, points }) => Number.isFinite(at) && at >= 0 && points >= 0 && points <= MOST_POINTS);
  return sound && curve.length > 1 && curve.slice(1).every((next, place) => goesOn(curve[place] as CurvePoint, next, sign));
}

const goesOn = (from: CurvePoint, to: CurvePoint, sign: number): boolean => to.at > from.at && (to.points - from.points) * sign >= 0;

/** Points for a figure, exactly. */
export function pointsAt(curve: readonly CurvePoint[], actual: Fraction): Fraction {
  const first = curve[0];
  const last = curve.at(-1);
  if (!first || !last) return fraction(0);
  if (compare(actual, exact(first.at)) <= 0) return exact(first.points);
  const place = curve.findIndex(({ at }) => compare(actual, exact(at)) < 0);
  const [from, to] = [curve[place - 1], curve[place]];
  return from && to ? between(from, to, actual) : exact(last.points);
}

function between(from: CurvePoint, to: CurvePoint, actual: Fraction): Fraction {
  const [x, y] = [exact(from.at), exact(from.points)];
  const share = over(minus(actual, x), minus(exact(to.at), x));
  return plus(y, times(share, minus(exact(to.points), y)));
}
