import { daysBetween, divideRounded, fen, invariant, rateToScaled, RATE_SCALE } from '@weilend/kernel';
import type { Fen, LocalDate, Rate } from '@weilend/kernel';
import type { DayCount } from './terms.js';

// Interest of a period: balance x yearly rate x share of the year. The share is either a whole number of months (a month is a
// twelfth) or days over 360 or 365; which one is written in the product, the contract and the schedule. One rounding, half up to the fen.

const MONTHS = 12n;
const BASES: Readonly<Record<Exclude<DayCount, 'PERIODIC'>, bigint>> = { THIRTY_360: 360n, ACTUAL_360: 360n, ACTUAL_365: 365n };

export interface Period {
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** Whole months that the period stands for; used by PERIODIC. */
  readonly months: number;
}

/** Share of a year as numerator / denominator. The first day counts, the last does not. */
export function yearShare(dayCount: DayCount, period: Period): { numerator: bigint; denominator: bigint } {
  if (dayCount === 'PERIODIC') return { numerator: BigInt(period.months), denominator: MONTHS };
  const days = dayCount === 'THIRTY_360' ? days30(period.from, period.to) : daysBetween(period.from, period.to);
  invariant(days >= 0, 'a period of interest runs forward');
  return { numerator: BigInt(days), denominator: BASES[dayCount] };
}

/** Interest in fen on a balance for a period, rounded half up once. */
export function interestOf(balanceFen: Fen, annualRate: Rate, share: { numerator: bigint; denominator: bigint }): Fen {
  const exact = BigInt(fen(balanceFen)) * rateToScaled(annualRate) * share.numerator;
  return fen(Number(divideRounded(exact, RATE_SCALE * share.denominator, 'HALF_UP')));
}

/** Every month has 30 days: the 31st counts as the 30th (30E/360). */
function days30(from: LocalDate, to: LocalDate): number {
  const [y1 = 0, m1 = 0, d1 = 0] = from.split('-').map(Number);
  const [y2 = 0, m2 = 0, d2 = 0] = to.split('-').map(Number);
  return (y2 - y1) * 360 + (m2 - m1) * 30 + Math.min(d2, 30) - Math.min(d1, 30);
}
