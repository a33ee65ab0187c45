import { rateToScaled, RATE_SCALE } from '@weilend/kernel';
import type { Fen, Rate } from '@weilend/kernel';
import type { YearShare } from './day-count.js';
import { roundCertain } from './round-certain.js';
import type { ScheduleRounding } from './terms.js';

// Interest of one period (利息): balance x yearly rate x share of the year, rounded once to the fen.

/** A yearly rate, exact and as floating point. */
export interface Yearly {
  readonly scaled: bigint;
  readonly value: number;
}

/** Rounded operations in `interestFen`: the rate itself, two products and a quotient, and one to spare. */
const OPERATIONS = 5;

export function yearly(rate: Rate): Yearly {
  const scaled = rateToScaled(rate);
  return { scaled, value: Number(scaled) / Number(RATE_SCALE) };
}

/** Interest in fen on a balance that is not negative, as exact arithmetic would round it. */
export function interestFen(balanceFen: Fen, rate: Yearly, share: YearShare, rounding: ScheduleRounding): Fen {
  return roundCertain((balanceFen * rate.value * share.parts) / share.base, OPERATIONS, rounding, () => ({
    numerator: BigInt(balanceFen) * rate.scaled * BigInt(share.parts),
    denominator: RATE_SCALE * BigInt(share.base),
  }));
}
