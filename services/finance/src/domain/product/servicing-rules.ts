import { compareRates, DomainError } from '@weilend/kernel';
import type { Rate } from '@weilend/kernel';

// What a product lays down for the time after the payout: whether a due day on a holiday waits for the next working day, days of grace, what being late
// and repaying early cost, and in which order a payment is spread. It is published with the price, stands in the contract, and a loan keeps the
// rules of the version that it was made by.
//
// The order is fees, penalty, interest, principal unless the product says otherwise (Civil Code 561: cost, interest, principal, unless the parties agree
// otherwise). Fees and penalty may stand anywhere, the penalty last of all is better for the borrower; but principal never comes before the interest of the
// same instalment: the contracts of this company agree on no such thing, and the interest receivable would be left behind for good.

export const HOLIDAY_RULES = ['NONE', 'FOLLOWING'] as const;
/** A due day that is no working day stands as it is; or it may be paid on the next working day, and interest stays the same (顺延). */
export type HolidayRule = (typeof HOLIDAY_RULES)[number];

export const ALLOCATION_PARTS = ['FEES', 'PENALTY', 'INTEREST', 'PRINCIPAL'] as const;
export type AllocationPart = (typeof ALLOCATION_PARTS)[number];

export interface ServicingRules {
  readonly holidayRule: HolidayRule;
  /** Days after the due day within which a payment is not late; one that comes later is late from the due day on (宽限期). */
  readonly graceDays: number;
  /** Penalty rate as a multiple of the contract rate, before the legal ceiling (罚息倍数). */
  readonly penaltyFactor: Rate;
  /** Fee as a share of the principal that is repaid before it is due (提前还款手续费); "0" is none. */
  readonly earlyRepaymentFeeRate: Rate;
  /** Order in which a payment is spread. */
  readonly allocationOrder: readonly AllocationPart[];
}

/** Rules of a product that says nothing else; the factor is the parameter penalty.overdue-factor of the day. */
export function plainServicing(penaltyFactor: Rate): ServicingRules {
  return { holidayRule: 'NONE', graceDays: 0, penaltyFactor, earlyRepaymentFeeRate: '0' as Rate, allocationOrder: ALLOCATION_PARTS };
}

/** The rules alone, of whatever holds them. */
export function servicingOf(rules: ServicingRules): ServicingRules {
  const { holidayRule, graceDays, penaltyFactor, earlyRepaymentFeeRate, allocationOrder } = rules;
  return { holidayRule, graceDays, penaltyFactor, earlyRepaymentFeeRate, allocationOrder };
}

/** Parameters penalty.overdue-factor-least and penalty.overdue-factor-most. */
export interface ServicingBounds {
  readonly leastFactor: Rate;
  readonly mostFactor: Rate;
}

const MOST_GRACE_DAYS = 3;

/** Refusals of rules as a form shows them; whether the early-repayment fee is within the ceiling is judged with the price (`checkOfferCap`). */
export function servicingProblems(rules: ServicingRules, bounds: ServicingBounds): readonly DomainError[] {
  const { graceDays, penaltyFactor, earlyRepaymentFeeRate, allocationOrder } = rules;
  const { leastFactor, mostFactor } = bounds;
  const isGrace = Number.isInteger(graceDays) && graceDays >= 0 && graceDays <= MOST_GRACE_DAYS;
  const isFactor = compareRates(penaltyFactor, leastFactor) >= 0 && compareRates(penaltyFactor, mostFactor) <= 0;
  return [
    ...(isGrace ? [] : [problem(`grace is 0 to ${MOST_GRACE_DAYS} whole days`, 'graceDays')]),
    ...(isFactor ? [] : [problem(`the penalty factor is ${leastFactor} to ${mostFactor}`, 'penaltyFactor')]),
    ...(compareRates(earlyRepaymentFeeRate, '1' as Rate) < 0
      ? []
      : [problem('the fee is a share of the principal', 'earlyRepaymentFeeRate')]),
    ...orderProblems(allocationOrder),
  ];
}

function orderProblems(order: readonly AllocationPart[]): readonly DomainError[] {
  const isWhole = order.length === ALLOCATION_PARTS.length && ALLOCATION_PARTS.every((part) => order.includes(part));
  if (!isWhole) return [problem(`the order names each of ${ALLOCATION_PARTS.join(', ')} once`, 'allocationOrder')];
  if (order.indexOf('INTEREST') < order.indexOf('PRINCIPAL')) return [];
  return [problem('interest is paid before the principal of the same instalment', 'allocationOrder')];
}

const problem = (text: string, field: string): DomainError =>
  new DomainError('PRODUCT_DRAFT_INVALID', { problem: text }, `servicingRules.${field}`);
