import { compareRates, proportion, rateToScaled, RATE_SCALE, sumFen } from '@weilend/kernel';
import type { Fen, Rate } from '@weilend/kernel';
import { feeFenOf } from '../quote/price-loan.js';
import { annualCost } from '../schedule/annual-cost.js';
import type { AnnualCost } from '../schedule/annual-cost.js';
import { interestFen, yearly } from '../schedule/interest.js';
import type { ScheduleRounding } from '../schedule/terms.js';
import type { ProductOffer } from './product.js';

// What a loan costs that is repaid early (提前还款): a fee weighs the more the sooner the money comes back. It is measured on a loan that is repaid in
// full one month after the payout; a product whose fee makes that dearer than the legal ceiling is not published.

type EarlyOffer = Pick<ProductOffer, 'fees' | 'rounding' | 'earlyRepaymentFeeRate'>;

/** Fee on principal that is repaid before it is due, half up to the fen or as the product rounds. */
export function earlyRepaymentFeeFen(principalFen: Fen, rate: Rate, rounding: ScheduleRounding): Fen {
  return proportion(principalFen, { numerator: rateToScaled(rate), denominator: RATE_SCALE }, rounding);
}

/** Annual cost of a loan that is repaid in full after one month, with every fee. */
export function monthCost(offer: EarlyOffer, loan: { amountFen: Fen; annualRate: Rate }): AnnualCost {
  const { amountFen, annualRate } = loan;
  const paidAtOnceFen = sumFen(offer.fees.map((fee) => feeFenOf(fee, amountFen, offer.rounding)));
  const monthFen = interestFen(amountFen, yearly(annualRate), { parts: 1, base: 12 }, offer.rounding);
  const earlyFen = earlyRepaymentFeeFen(amountFen, offer.earlyRepaymentFeeRate, offer.rounding);
  return annualCost(amountFen, [
    { at: 0, amountFen: paidAtOnceFen },
    { at: 1, amountFen: amountFen + monthFen + earlyFen },
  ]);
}

/** The dearer of the smallest and the greatest loan; null when repaying early costs nothing. */
export function dearestEarlyCost(offer: ProductOffer): AnnualCost | null {
  if (compareRates(offer.earlyRepaymentFeeRate, '0' as Rate) === 0) return null;
  const costs = [offer.minAmountFen, offer.maxAmountFen].map((amountFen) => monthCost(offer, { amountFen, annualRate: offer.annualRate }));
  return costs.reduce((dearest, cost) => (compareRates(cost.compound, dearest.compound) > 0 ? cost : dearest));
}
