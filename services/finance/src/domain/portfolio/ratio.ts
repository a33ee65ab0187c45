import { divideRounded } from '@weilend/kernel';

// A rate of the portfolio is never shown alone: what it is counted from stands beside it, so that anybody can reckon it again.

export interface Ratio {
  readonly numerator: number;
  readonly denominator: number;
  /** With six places, half up; null when there is nothing to divide by. */
  readonly rate: string | null;
}

const PLACES = 6;

export function ratioOf(numerator: number, denominator: number): Ratio {
  if (denominator === 0) return { numerator, denominator, rate: null };
  const scaled = divideRounded(BigInt(numerator) * 10n ** BigInt(PLACES), BigInt(denominator), 'HALF_UP')
    .toString()
    .padStart(PLACES + 1, '0');
  return { numerator, denominator, rate: `${scaled.slice(0, -PLACES)}.${scaled.slice(-PLACES)}` };
}
