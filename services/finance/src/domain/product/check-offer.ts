import { compareRates, DomainError } from '@weilend/kernel';
import type { Rate } from '@weilend/kernel';
import { checkCap } from '../schedule/annual-cost.js';
import type { AnnualCost } from '../schedule/annual-cost.js';
import { priceLoan } from '../quote/price-loan.js';
import { dearestEarlyCost } from './early-cost.js';
import type { Fee, ProductOffer } from './product.js';

// May this offer be published? Limits must make sense, every fee must be complete (its way, its amount, its receiver), and no loan
// of the product may cost more than the legal ceiling, all fees included. Fixed fees weigh most on the smallest loan, so the
// corners of the limits are priced for every method.

const LONGEST_TERM_MONTHS = 120;
const LONGEST_TEXT = 100;

/** Refusals of an offer as a form shows them; an empty list means it may be priced. */
export function offerProblems(offer: ProductOffer): readonly DomainError[] {
  const problem = (text: string, field: string): DomainError => new DomainError('PRODUCT_DRAFT_INVALID', { problem: text }, field);
  const found: DomainError[] = [];
  if (!isText(offer.name)) found.push(problem(`the name needs 1 to ${LONGEST_TEXT} characters`, 'name'));
  if (offer.methods.length === 0) found.push(problem('no repayment method', 'methods'));
  if (offer.customerTypes.length === 0) found.push(problem('no customer type', 'customerTypes'));
  if (offer.purposes.length === 0) found.push(problem('no purpose', 'purposes'));
  if (offer.minAmountFen <= 0) found.push(problem('the least amount must be more than zero', 'minAmount'));
  if (offer.maxAmountFen < offer.minAmountFen) found.push(problem('the greatest amount is below the least', 'maxAmount'));
  if (!isTerm(offer.minTermMonths)) found.push(problem(`a term is 1 to ${LONGEST_TERM_MONTHS} months`, 'minTermMonths'));
  if (!isTerm(offer.maxTermMonths)) found.push(problem(`a term is 1 to ${LONGEST_TERM_MONTHS} months`, 'maxTermMonths'));
  if (offer.maxTermMonths < offer.minTermMonths) found.push(problem('the longest term is below the shortest', 'maxTermMonths'));
  return [...found, ...ruleProblems(offer, problem), ...feeProblems(offer.fees)];
}

/** Throws DomainError RATE_ABOVE_CAP when the dearest loan of the offer costs more than the cap, or one that is repaid early does. */
export function checkOfferCap(offer: ProductOffer, cap: Rate): void {
  checkCap(dearestCost(offer), cap);
  const early = dearestEarlyCost(offer);
  if (early) checkCap(early, cap);
}

/** The highest annual cost that a loan of the offer can have: the corners of the limits by every method. */
export function dearestCost(offer: ProductOffer): AnnualCost {
  const corners = [offer.minAmountFen, offer.maxAmountFen].flatMap((amountFen) =>
    [offer.minTermMonths, offer.maxTermMonths].flatMap((termMonths) => offer.methods.map((method) => ({ amountFen, termMonths, method }))),
  );
  const costs = corners.map((corner) => priceLoan(offer, { ...corner, annualRate: offer.annualRate }, offer.effectiveFrom).cost);
  return costs.reduce((dearest, cost) => (compareRates(cost.compound, dearest.compound) > 0 ? cost : dearest));
}

/** Grace leaves at least one period to pay in, and a multiple is an amount. */
function ruleProblems(offer: ProductOffer, problem: (text: string, field: string) => DomainError): readonly DomainError[] {
  const { minTermMonths, instalmentMultipleFen, principalGracePeriods, interestGracePeriods } = offer;
  const isGrace = (periods: number): boolean => Number.isInteger(periods) && periods >= 0 && periods < Math.max(1, minTermMonths);
  const graceText = 'grace is shorter than the shortest term';
  return [
    ...(isGrace(principalGracePeriods) ? [] : [problem(graceText, 'scheduleRules.principalGracePeriods')]),
    // An early settlement would have to know what each period accrued; until loans keep that, such terms are quoted and not lent.
    ...(interestGracePeriods === 0 ? [] : [problem('interest grace can be quoted, not lent', 'scheduleRules.interestGracePeriods')]),
    ...(instalmentMultipleFen > 0 ? [] : [problem('the multiple must be more than zero', 'scheduleRules.instalmentMultiple')]),
  ];
}

function feeProblems(fees: readonly Fee[]): readonly DomainError[] {
  return fees.flatMap((fee, index) => {
    const problem = feeProblem(fee) ?? (fees.findIndex((other) => other.code === fee.code) < index ? 'the code stands twice' : null);
    return problem ? [new DomainError('FEE_LIST_INVALID', { code: fee.code, problem }, `fees.${index}`)] : [];
  });
}

function feeProblem(fee: Fee): string | null {
  if (!isText(fee.code) || !isText(fee.name)) return 'code and name are needed';
  if (!isText(fee.payee)) return 'the receiver is not named';
  if (fee.kind === 'FIXED' && (fee.amountFen === null || fee.amountFen <= 0 || fee.rate !== null))
    return 'a fixed fee has an amount and no rate';
  if (fee.kind === 'RATE_OF_PRINCIPAL' && (fee.rate === null || fee.rate === '0' || fee.amountFen !== null))
    return 'a fee by rate has a rate and no amount';
  return null;
}

const isText = (text: string): boolean => text.trim().length > 0 && text.length <= LONGEST_TEXT;
const isTerm = (months: number): boolean => Number.isInteger(months) && months >= 1 && months <= LONGEST_TERM_MONTHS;
