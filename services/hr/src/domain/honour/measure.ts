import { compare as compareFractions, exact, fraction, over, plus, toFourPlaces } from '../appraisal/fraction.js';
import type { Fraction } from '../appraisal/fraction.js';

/**
 * What honours are measured by [5.9]: figures of closed sheets, compared as exact fractions, so that two people are equal only when they are equal.
 * Over a year amounts and counts add up; the score is the average of the quarters, and satisfaction the average of all answers.
 */
export const HONOUR_METRICS = ['TOTAL_SCORE', 'DISBURSED_AMOUNT', 'LOANS', 'NEW_CUSTOMERS', 'SATISFACTION', 'TRAINING_HOURS'] as const;
export type HonourMetric = (typeof HONOUR_METRICS)[number];

/** What is read of a closed sheet. */
export interface HonourSheet {
  readonly id: string;
  readonly employeeId: string;
  readonly quarter: string;
  readonly total: number;
  readonly disbursedFen: number;
  readonly loans: number;
  readonly newCustomers: number;
  readonly satisfactionAverage: number | null;
  readonly satisfactionSample: number;
  /** Sum of the marks; sheets of before do not name it. */
  readonly satisfactionTotal: number | null;
  readonly trainingHours: number;
}

/** Over one or several sheets of a person; null when there is nothing to measure. */
export function measureOf(metric: HonourMetric, sheets: readonly HonourSheet[]): Fraction | null {
  const sum = (of: (sheet: HonourSheet) => number): Fraction => sheets.reduce((total, sheet) => plus(total, exact(of(sheet))), fraction(0));
  if (sheets.length === 0) return null;
  switch (metric) {
    case 'TOTAL_SCORE':
      return over(
        sum(({ total }) => total),
        fraction(sheets.length),
      );
    case 'DISBURSED_AMOUNT':
      return sum(({ disbursedFen }) => disbursedFen);
    case 'LOANS':
      return sum(({ loans }) => loans);
    case 'NEW_CUSTOMERS':
      return sum(({ newCustomers }) => newCustomers);
    case 'TRAINING_HOURS':
      return sum(({ trainingHours }) => trainingHours);
    case 'SATISFACTION': {
      const answers = sheets.reduce((count, { satisfactionSample }) => count + satisfactionSample, 0);
      return answers === 0 ? null : over(sum(marksOf), fraction(answers));
    }
  }
}

/** The average of whole marks times their number gives the sum of the marks back. */
function marksOf({ satisfactionTotal, satisfactionAverage, satisfactionSample }: HonourSheet): number {
  return satisfactionTotal ?? Math.round((satisfactionAverage ?? 0) * satisfactionSample);
}

/** Above 0 when `a` is better; what is not there is below everything. */
export function compare(a: Fraction | null, b: Fraction | null): number {
  return a === null || b === null ? Number(a !== null) - Number(b !== null) : compareFractions(a, b);
}

/** With four decimals at most, for people; fen for amounts. */
export const textOf = (value: Fraction | null): string => (value === null ? '-' : String(toFourPlaces(value)));
