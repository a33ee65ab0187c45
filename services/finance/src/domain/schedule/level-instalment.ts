import { invariant, RATE_SCALE } from '@weilend/kernel';
import type { Fen } from '@weilend/kernel';
import type { YearShare } from './day-count.js';
import type { Yearly } from './interest.js';
import { roundCertain } from './round-certain.js';
import type { ScheduleRounding } from './terms.js';

// The level instalment (等额本息的每期还款额): the one amount that pays interest and principal off over all periods. With r_k the rate of
// period k it is P x (1+r_1)...(1+r_n) / F_n, where F_1 = 1 and F_k = F_(k-1) x (1+r_k) + 1. With equal periods that is the textbook
// formula P i (1+i)^n / ((1+i)^n - 1), and at rate zero P / n.

export interface LevelTerms {
  readonly principalFen: Fen;
  readonly rate: Yearly;
  /** Shares of a year of the periods that it is paid in; all of one base. */
  readonly shares: readonly YearShare[];
  readonly rounding: ScheduleRounding;
  /** 1 for every fen. */
  readonly multipleFen: Fen;
}

/** Rounded operations per period: the rate of the period, its product, and the step of F. */
const OPERATIONS_PER_PERIOD = 16;

/** Nearest multiple of `multipleFen` to the exact amount; 0 when the amount is less than half of it. */
export function levelInstalmentFen(terms: LevelTerms): Fen {
  const { principalFen, rate, shares, rounding, multipleFen } = terms;
  let growth = 1;
  let annuity = 0;
  for (const share of shares) {
    const factor = 1 + (rate.value * share.parts) / share.base;
    growth *= factor;
    annuity = annuity * factor + 1;
  }
  const estimate = (principalFen * growth) / annuity / multipleFen;
  return multipleFen * roundCertain(estimate, (shares.length + 1) * OPERATIONS_PER_PERIOD, rounding, () => exactly(terms));
}

function exactly({ principalFen, rate, shares, multipleFen }: LevelTerms): { numerator: bigint; denominator: bigint } {
  const base = shares[0]?.base;
  invariant(base !== undefined && shares.every((share) => share.base === base), 'the periods of a level instalment have one base');
  const common = greatestCommonDivisor(rate.scaled, RATE_SCALE * BigInt(base));
  const one = (RATE_SCALE * BigInt(base)) / common;
  const scaled = rate.scaled / common;
  let growth = 1n;
  let annuity = 0n;
  let power = 1n;
  for (const share of shares) {
    const factor = one + scaled * BigInt(share.parts);
    growth *= factor;
    annuity = annuity * factor + power;
    power *= one;
  }
  return { numerator: BigInt(principalFen) * growth, denominator: one * annuity * BigInt(multipleFen) };
}

/** Lowest terms keep the powers small. */
function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestCommonDivisor(b, a % b);
}
