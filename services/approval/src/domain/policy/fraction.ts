// Quorum and majority are fractions of heads, e.g. two thirds. They are kept as two whole numbers and compared by multiplication, because a
// vote must never hang on how 0.6666 is rounded: 4 of 6 are two thirds exactly, 3 of 5 are not.
import { DomainError } from '@weilend/kernel';

export interface Fraction {
  readonly numerator: number;
  readonly denominator: number;
}

/** Throws FRACTION_INVALID unless `above < fraction <= 1` in whole numbers of at most 1000. */
export function checkFraction(fraction: Fraction, name: string, above: Fraction): void {
  const { numerator, denominator } = fraction;
  const whole = [numerator, denominator].every((part) => Number.isSafeInteger(part) && part >= 1 && part <= 1_000);
  const fits = whole && numerator <= denominator && numerator * above.denominator > above.numerator * denominator;
  if (!fits) throw new DomainError('FRACTION_INVALID', { name, above: `${above.numerator}/${above.denominator}` }, name);
}

/** The least count that is at least the fraction of `base`: the ceiling of base x fraction. */
export function leastCount({ numerator, denominator }: Fraction, base: number): number {
  return Math.floor((base * numerator + denominator - 1) / denominator);
}

/** True when `count` is at least the fraction of `base`; nothing is a share of nobody. */
export function reaches(count: number, { numerator, denominator }: Fraction, base: number): boolean {
  return base > 0 && count * denominator >= base * numerator;
}
