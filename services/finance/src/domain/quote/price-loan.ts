import { divideRounded, fen, invariant, rateToScaled, RATE_SCALE, sumFen } from '@weilend/kernel';
import type { Fen, LocalDate, Rate } from '@weilend/kernel';
import type { Fee, ProductOffer } from '../product/product.js';
import { annualCost, flowsOf } from '../schedule/annual-cost.js';
import type { AnnualCost } from '../schedule/annual-cost.js';
import { buildSchedule } from '../schedule/build-schedule.js';
import type { Method, ScheduleRow } from '../schedule/terms.js';

// What a loan costs: its schedule, each published fee in fen, the totals and the annual cost with everything in it. The fees are
// paid by the borrower beside the principal on the day of payment and are never taken out of it (不得从本金中先行扣除).

export interface LoanWish {
  readonly amountFen: Fen;
  readonly termMonths: number;
  readonly annualRate: Rate;
  readonly method: Method;
}

/** A fee of this loan in fen. */
export interface ChargedFee {
  readonly code: string;
  readonly name: string;
  readonly payee: string;
  readonly amountFen: Fen;
}

export interface PricedLoan {
  readonly rows: readonly ScheduleRow[];
  readonly fees: readonly ChargedFee[];
  readonly totalInterestFen: Fen;
  readonly totalFeesFen: Fen;
  /** Principal, interest and fees together. */
  readonly totalCostFen: Fen;
  readonly cost: AnnualCost;
}

/** One computation for quote, cost sheet and loan. `offer` gives day count and fee list; the rate is the loan's own. */
export function priceLoan(offer: Pick<ProductOffer, 'dayCount' | 'fees'>, wish: LoanWish, startOn: LocalDate): PricedLoan {
  const { amountFen, termMonths, annualRate, method } = wish;
  const rows = buildSchedule({ principalFen: amountFen, annualRate, termMonths, method, dayCount: offer.dayCount, startOn });
  const fees = offer.fees.map((fee) => chargedFee(fee, amountFen));
  const totalInterestFen = sumFen(rows.map((row) => row.interestFen));
  const totalFeesFen = sumFen(fees.map((fee) => fee.amountFen));
  const cost = annualCost(amountFen, [{ month: 0, amountFen: totalFeesFen }, ...flowsOf(rows, termMonths)]);
  return { rows, fees, totalInterestFen, totalFeesFen, totalCostFen: fen(amountFen + totalInterestFen + totalFeesFen), cost };
}

function chargedFee(fee: Fee, principalFen: Fen): ChargedFee {
  const { code, name, payee } = fee;
  if (fee.kind === 'FIXED') {
    invariant(fee.amountFen !== null, `the fixed fee ${code} has an amount`);
    return { code, name, payee, amountFen: fee.amountFen };
  }
  invariant(fee.rate !== null, `the fee ${code} has a rate`);
  const amountFen = fen(Number(divideRounded(BigInt(principalFen) * rateToScaled(fee.rate), RATE_SCALE, 'HALF_UP')));
  return { code, name, payee, amountFen };
}
