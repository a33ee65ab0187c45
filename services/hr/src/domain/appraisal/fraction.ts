import { invariant } from '@weilend/kernel';

/**
 * Scores and rates decide people's pay, so they are reckoned as exact fractions of whole numbers and rounded once, at the
 * end, half up to four decimals. Two people with the same facts get the same score to the last place.
 */
export interface Fraction {
  readonly num: bigint;
  /** Above 0. */
  readonly den: bigint;
}

/** Decimals that a number of a scheme may have. */
const DECIMALS = 1_000_000;
const PLACES = 10_000n;

export function fraction(num: bigint | number, den: bigint | number = 1): Fraction {
  const divisor = BigInt(den);
  invariant(divisor > 0n, 'a fraction has a divisor above 0');
  return { num: BigInt(num), den: divisor };
}

/** A number with up to six decimals, exactly as it was written. */
export function exact(value: number): Fraction {
  const whole = Math.trunc(value);
  return { num: BigInt(whole) * BigInt(DECIMALS) + BigInt(Math.round((value - whole) * DECIMALS)), den: BigInt(DECIMALS) };
}

export const plus = (a: Fraction, b: Fraction): Fraction => ({ num: a.num * b.den + b.num * a.den, den: a.den * b.den });
export const minus = (a: Fraction, b: Fraction): Fraction => ({ num: a.num * b.den - b.num * a.den, den: a.den * b.den });
export const times = (a: Fraction, b: Fraction): Fraction => ({ num: a.num * b.num, den: a.den * b.den });

/** `b` is above 0. */
export function over(a: Fraction, b: Fraction): Fraction {
  invariant(b.num > 0n, 'divided by nothing');
  return { num: a.num * b.den, den: a.den * b.num };
}

/** -1, 0 or 1. */
export function compare(a: Fraction, b: Fraction): number {
  const difference = a.num * b.den - b.num * a.den;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export const least = (a: Fraction, b: Fraction): Fraction => (compare(a, b) <= 0 ? a : b);
export const most = (a: Fraction, b: Fraction): Fraction => (compare(a, b) >= 0 ? a : b);

/** Rounded half up to four decimals. */
export function toFourPlaces({ num, den }: Fraction): number {
  const doubled = num * PLACES * 2n + den;
  const scaled = doubled / (2n * den) - (doubled < 0n && doubled % (2n * den) !== 0n ? 1n : 0n);
  return Number(scaled) / Number(PLACES);
}

/** Four decimals as text, for papers and messages: `86.2500`. */
export const fourPlaces = (score: number): string => score.toFixed(4);

/** A part of a whole, four decimals; null when there is no whole. */
export function shareOf(part: number | null | undefined, whole: number | null | undefined): number | null {
  return whole && whole > 0 ? toFourPlaces(fraction(part ?? 0, whole)) : null;
}
