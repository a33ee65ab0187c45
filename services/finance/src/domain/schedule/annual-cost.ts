import {
  compareRates,
  daysBetween,
  DomainError,
  divideRounded,
  invariant,
  parseRate,
  rateToScaled,
  RATE_SCALE,
  sumFen,
} from '@weilend/kernel';
import type { Fen, LocalDate, Rate } from '@weilend/kernel';
import { PER_YEAR } from './day-count.js';
import { isBroken } from './periods.js';
import type { ScheduleTerms } from './terms.js';

// The annual comprehensive cost (综合融资成本年化, PBoC announcement 2021 no. 3): interest and every fee against the principal really
// in use. The measure for the cap and for the sheet is the compound one (IRR); the simple one is shown beside it, labelled 单利.

/** What the borrower pays `at` periods after payment (or years, when the dates are uneven). */
export interface CostFlow {
  readonly at: number;
  readonly amountFen: Fen;
}

export interface AnnualCost {
  /** (1 + r)^m - 1 of the internal rate r of a period, m periods a year. */
  readonly compound: Rate;
  /** m r, 单利. */
  readonly simple: Rate;
}

/** How time is counted in the flows of a loan. */
export interface CostTime {
  /** Periods a year, for the simple rate and for even flows. */
  readonly perYear: number;
  /** True when `at` counts years by days over 365 (XIRR). */
  readonly dated: boolean;
}

const MONTHLY: CostTime = { perYear: 12, dated: false };
const TOLERANCE = 1e-14;
const PLACES = 10;
/** Ten thousand times the principal a year, which is also what a rate can be written as. */
const HIGHEST = 9_999;

/**
 * Annual cost of receiving `receivedFen` on day 0 and paying `flows`; fees of day 0 are flows at 0. Solved by bisection; both rates have 10
 * places. Paying back less than was received is a bug; throws DomainError ANNUAL_COST_BEYOND_MEASURE above 999,900 % a year.
 */
export function annualCost(receivedFen: Fen, flows: readonly CostFlow[], { perYear, dated }: CostTime = MONTHLY): AnnualCost {
  const paidAtOnce = sumFen(flows.filter((flow) => flow.at === 0).map((flow) => flow.amountFen));
  const later = flows.filter((flow) => flow.at > 0);
  const inUseFen = receivedFen - paidAtOnce;
  invariant(inUseFen > 0 && later.length > 0, 'a loan leaves money in use and is paid back later');
  invariant(sumFen(later.map((flow) => flow.amountFen)) >= inUseFen, 'a loan is paid back in full');
  const excess = (rate: number): number => later.reduce((total, flow) => total + flow.amountFen / (1 + rate) ** flow.at, -inUseFen);
  const internal = excess(0) <= 0 ? 0 : bisect(excess);
  const compound = dated ? internal : (1 + internal) ** perYear - 1;
  if (!(compound <= HIGHEST)) throw new DomainError('ANNUAL_COST_BEYOND_MEASURE', {}, 'fees');
  return { compound: toRate(compound), simple: toRate(perYear * (dated ? (1 + internal) ** (1 / perYear) - 1 : internal)) };
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

function bisect(excess: (rate: number) => number): number {
  let high = 1;
  while (excess(high) > 0 && high < HIGHEST * 2) high *= 2;
  let low = 0;
  while (high - low > TOLERANCE * Math.max(1, high)) {
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

/** How the flows of these terms are timed: evenly by periods, or by their dates when the first period is broken. */
export function costTimeOf(terms: ScheduleTerms): CostTime {
  return { perYear: PER_YEAR[terms.periodUnit] / terms.periodEvery, dated: isBroken(terms) };
}

/** Payments of a schedule as flows, each at its due day; `amountsFen` are what is paid in each row. */
export function flowsOf(
  rows: readonly { readonly dueOn: LocalDate; readonly totalFen: Fen }[],
  terms: ScheduleTerms,
  feeFen: (no: number) => Fen = () => 0,
): readonly CostFlow[] {
  const { dated } = costTimeOf(terms);
  const periodsPerRow = terms.periods / rows.length;
  return rows.map((row, index) => ({
    at: dated ? daysBetween(terms.disbursedOn, row.dueOn) / 365 : (index + 1) * periodsPerRow,
    amountFen: row.totalFen + feeFen(index + 1),
  }));
}
