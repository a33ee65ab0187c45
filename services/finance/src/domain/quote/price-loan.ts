import { fen, invariant, proportion, rateToScaled, RATE_SCALE, sumFen } from '@weilend/kernel';
import type { Fen, LocalDate } from '@weilend/kernel';
import type { Fee, ProductOffer } from '../product/product.js';
import { annualCost, costTimeOf, flowsOf } from '../schedule/annual-cost.js';
import type { AnnualCost } from '../schedule/annual-cost.js';
import { buildSchedule } from '../schedule/build-schedule.js';
import { termsOfLoan } from '../schedule/schedule-rules.js';
import type { LoanWish, ScheduleRules } from '../schedule/schedule-rules.js';
import type { ScheduleRounding, ScheduleRow } from '../schedule/terms.js';

// What a loan costs: its schedule, each published fee in fen, the totals and the annual cost with everything in it. The fees are
// paid by the borrower beside the principal on the day of payment and are never taken out of it (不得从本金中先行扣除).

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

/** One computation for quote, cost sheet and loan. `offer` gives the rules of the schedule and the fee list; the rate is the loan's own. */
export function priceLoan(offer: ScheduleRules & Pick<ProductOffer, 'fees'>, wish: LoanWish, startOn: LocalDate): PricedLoan {
  const { amountFen } = wish;
  const terms = termsOfLoan(offer, wish, startOn);
  const rows = buildSchedule(terms);
  const fees = offer.fees.map((fee) => chargedFee(fee, amountFen, offer.rounding));
  const totalInterestFen = sumFen(rows.map((row) => row.interestFen));
  const totalFeesFen = sumFen(fees.map((fee) => fee.amountFen));
  const cost = annualCost(amountFen, [{ at: 0, amountFen: totalFeesFen }, ...flowsOf(rows, terms)], costTimeOf(terms));
  return { rows, fees, totalInterestFen, totalFeesFen, totalCostFen: fen(amountFen + totalInterestFen + totalFeesFen), cost };
}

function chargedFee(fee: Fee, principalFen: Fen, rounding: ScheduleRounding): ChargedFee {
  const { code, name, payee } = fee;
  return { code, name, payee, amountFen: feeFenOf(fee, principalFen, rounding) };
}

/** A fee in fen: its amount, or its fraction of the principal rounded once; it has exactly one of the two. */
export function feeFenOf(fee: Pick<Fee, 'amountFen' | 'rate'>, principalFen: Fen, rounding: ScheduleRounding): Fen {
  if (fee.amountFen !== null) return fee.amountFen;
  invariant(fee.rate !== null, 'a fee has an amount or a rate');
  return proportion(principalFen, { numerator: rateToScaled(fee.rate), denominator: RATE_SCALE }, rounding);
}
