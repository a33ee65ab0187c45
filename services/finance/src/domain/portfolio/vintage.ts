import { sumFen } from '@weilend/kernel';
import type { Fen, LocalDate } from '@weilend/kernel';
import { ratioOf } from './ratio.js';
import type { Ratio } from './ratio.js';

// The vintage table (账龄分析, Vintage): the loans of each month of payment, and which share of them was ever thirty or ninety days late by the time they had so
// many months on the book. It shows whether the loans of this spring are worse than those of last spring were at the same age.

/** All loans of a month of payment. */
export interface Cohort {
  /** `2026-10`. */
  readonly month: string;
  readonly loans: number;
  /** What was paid out. */
  readonly principalFen: Fen;
}

/** Loans of a cohort that came to be so late for the first time in one month. */
export interface LateArrival extends Cohort {
  readonly lateMonth: string;
  readonly days: 30 | 90;
}

export interface VintageShare {
  readonly byCount: Ratio;
  readonly byAmount: Ratio;
}

export interface VintageCell {
  /** Calendar months between the month of payment and this one; 0 is the month of payment itself. */
  readonly monthsOnBook: number;
  readonly ever30: VintageShare;
  readonly ever90: VintageShare;
}

export interface Vintage extends Cohort {
  readonly cells: readonly VintageCell[];
}

/** Oldest month first; each as far as it has got on `asOf`, whose own month is not over yet. */
export function vintageTable(cohorts: readonly Cohort[], late: readonly LateArrival[], asOf: LocalDate): readonly Vintage[] {
  const now = monthNumber(asOf);
  return [...cohorts]
    .sort((a, b) => (a.month < b.month ? -1 : 1))
    .map((cohort) => {
      const mine = late.filter(({ month }) => month === cohort.month);
      const born = monthNumber(cohort.month);
      const cells = Array.from({ length: now - born + 1 }, (_, monthsOnBook): VintageCell => {
        const arrived = mine.filter(({ lateMonth }) => monthNumber(lateMonth) <= born + monthsOnBook);
        return { monthsOnBook, ever30: shareOf(cohort, arrived, 30), ever90: shareOf(cohort, arrived, 90) };
      });
      return { ...cohort, cells };
    });
}

function shareOf(cohort: Cohort, arrived: readonly LateArrival[], days: LateArrival['days']): VintageShare {
  const counted = arrived.filter((one) => one.days === days);
  const loans = counted.reduce((sum, one) => sum + one.loans, 0);
  return { byCount: ratioOf(loans, cohort.loans), byAmount: ratioOf(sumFen(counted.map((one) => one.principalFen)), cohort.principalFen) };
}

/** Of a date or of a month. */
const monthNumber = (text: string): number => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
