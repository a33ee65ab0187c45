import { divideRounded, fen, parseRate, RATE_SCALE, rateToScaled } from '@weilend/kernel';
import type { RequestedTerms } from '../investigation/investigation.js';

// What the borrower pays a month (月还款额), to judge whether he can. Equal instalments and equal principal are counted as finance quotes
// them with twelfths of a year, to the fen, half up: the level instalment P i (1+i)^n / ((1+i)^n - 1), and the first, highest row of equal
// principal. A loan that is repaid at its end has no monthly burden that says anything, so it counts as if it were repaid in equal
// instalments. Products that count days may quote a few fen more or less: the quote of finance is the price, this is a judgement.

export type InstalmentBasis = 'AS_QUOTED' | 'AS_IF_EQUAL_INSTALMENTS';

export interface MonthlyBurden {
  readonly instalmentFen: number;
  readonly basis: InstalmentBasis;
}

type LoanTerms = Pick<RequestedTerms, 'amountFen' | 'termMonths' | 'annualRate' | 'method'>;

const MONTHS = 12n;

/** The highest monthly payment; nothing for a loan of nothing. Exact, rounded once. */
export function monthlyBurden({ amountFen, termMonths, annualRate, method }: LoanTerms): MonthlyBurden {
  const scaled = rateToScaled(parseRate(annualRate));
  if (amountFen === 0 || termMonths === 0) return { instalmentFen: 0, basis: 'AS_QUOTED' };
  if (method === 'EQUAL_PRINCIPAL') return { instalmentFen: firstOfEqualPrincipal(amountFen, termMonths, scaled), basis: 'AS_QUOTED' };
  const instalmentFen = levelInstalment(amountFen, termMonths, scaled);
  return { instalmentFen, basis: method === 'EQUAL_INSTALMENT' ? 'AS_QUOTED' : 'AS_IF_EQUAL_INSTALMENTS' };
}

/** P (1+i)^n / F_n with F_1 = 1 and F_k = F_(k-1) (1+i) + 1, in whole numbers over the base `one`. */
function levelInstalment(amountFen: number, termMonths: number, scaled: bigint): number {
  const one = RATE_SCALE * MONTHS;
  const factor = one + scaled;
  let growth = 1n;
  let annuity = 0n;
  let power = 1n;
  for (let month = 0; month < termMonths; month++) {
    growth *= factor;
    annuity = annuity * factor + power;
    power *= one;
  }
  return fen(Number(divideRounded(BigInt(amountFen) * growth, one * annuity, 'HALF_UP')));
}

/** An equal share of the principal and the interest of the first month, each rounded as in the schedule; the last row takes the rest. */
function firstOfEqualPrincipal(amountFen: number, termMonths: number, scaled: bigint): number {
  const share = divideRounded(BigInt(amountFen), BigInt(termMonths), 'HALF_UP');
  const interest = divideRounded(BigInt(amountFen) * scaled, RATE_SCALE * MONTHS, 'HALF_UP');
  return fen(Number((termMonths === 1 ? BigInt(amountFen) : share) + interest));
}
