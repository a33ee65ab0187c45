import { compareRates, DomainError, divideRounded, fen, invariant, parseRate, rateToScaled, RATE_SCALE, sumFen } from '@weilend/kernel';
import type { Fen, Rate } from '@weilend/kernel';

// The annual comprehensive cost (综合融资成本年化, PBoC announcement 2021 no. 3): interest and every fee against the principal really
// in use. The measure for the cap and for the sheet is the compound one (IRR); the simple one is shown beside it, labelled 单利.

/** What the borrower pays after `month` months. */
export interface CostFlow {
  readonly month: number;
  readonly amountFen: Fen;
}

export interface AnnualCost {
  /** (1 + r)^12 - 1 of the monthly internal rate r. */
  readonly compound: Rate;
  /** 12 r, 单利. */
  readonly simple: Rate;
}

const HIGHEST_MONTHLY = 10;
const TOLERANCE = 1e-14;
const PLACES = 10;

/**
 * Annual cost of receiving `receivedFen` on day 0 and paying `flows`; fees of day 0 are flows of month 0.
 * Solved by bisection on [0, 1000 %] a month; both rates have 10 places. Paying back less than was received is a bug.
 */
export function annualCost(receivedFen: Fen, flows: readonly CostFlow[]): AnnualCost {
  const paidAtOnce = sumFen(flows.filter((flow) => flow.month === 0).map((flow) => flow.amountFen));
  const later = flows.filter((flow) => flow.month > 0);
  const inUseFen = receivedFen - paidAtOnce;
  invariant(inUseFen > 0 && later.length > 0, 'a loan leaves money in use and is paid back later');
  invariant(sumFen(later.map((flow) => flow.amountFen)) >= inUseFen, 'a loan is paid back in full');
  const excess = (monthly: number): number =>
    later.reduce((total, flow) => total + flow.amountFen / (1 + monthly) ** flow.month, -inUseFen);
  invariant(excess(HIGHEST_MONTHLY) <= 0, 'a loan that costs more than 1000 % a month');
  const monthly = excess(0) <= 0 ? 0 : bisect(excess);
  return { compound: toRate((1 + monthly) ** 12 - 1), simple: toRate(monthly * 12) };
}

/** Throws DomainError RATE_ABOVE_CAP when the compound cost is above the cap (rate.hard-cap). */
export function checkCap(cost: AnnualCost, cap: Rate): void {
  if (!withinCap(cost, cap)) throw new DomainError('RATE_ABOVE_CAP', { annualCost: percent(cost.compound), cap: percent(cap) });
}

/** At the cap is within it. */
export function withinCap(cost: AnnualCost, cap: Rate): boolean {
  return compareRates(cost.compound, cap) <= 0;
}

/** `"0.126825…"` as `12.6825%`: four places, half up; for display only. */
export function percent(rate: Rate): string {
  const tenThousandths = divideRounded(rateToScaled(rate) * 1_000_000n, RATE_SCALE, 'HALF_UP');
  const text = tenThousandths.toString().padStart(5, '0');
  return `${text.slice(0, -4)}.${text.slice(-4)}%`;
}

function bisect(excess: (monthly: number) => number): number {
  let low = 0;
  let high = HIGHEST_MONTHLY;
  while (high - low > TOLERANCE) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (excess(middle) > 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function toRate(value: number): Rate {
  return parseRate(Math.max(0, value).toFixed(PLACES));
}

/** Payments of a schedule as flows: one per due month, counted from the start. */
export function flowsOf(rows: readonly { readonly totalFen: Fen }[], termMonths: number): readonly CostFlow[] {
  const every = termMonths / rows.length;
  return rows.map((row, index) => ({ month: (index + 1) * every, amountFen: fen(row.totalFen) }));
}
