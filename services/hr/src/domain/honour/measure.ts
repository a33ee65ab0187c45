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

/** A whole number over a whole number above 0. */
export interface Fraction {
  readonly numerator: number;
  readonly denominator: number;
}

/** Scores, averages and hours have at most four decimals. */
const SCALE = 10_000;

/** Over one or several sheets of a person; null when there is nothing to measure. */
export function measureOf(metric: HonourMetric, sheets: readonly HonourSheet[]): Fraction | null {
  const sum = (of: (sheet: HonourSheet) => number): number => sheets.reduce((total, sheet) => total + of(sheet), 0);
  if (sheets.length === 0) return null;
  switch (metric) {
    case 'TOTAL_SCORE':
      return { numerator: sum(({ total }) => Math.round(total * SCALE)), denominator: SCALE * sheets.length };
    case 'DISBURSED_AMOUNT':
      return { numerator: sum(({ disbursedFen }) => disbursedFen), denominator: 1 };
    case 'LOANS':
      return { numerator: sum(({ loans }) => loans), denominator: 1 };
    case 'NEW_CUSTOMERS':
      return { numerator: sum(({ newCustomers }) => newCustomers), denominator: 1 };
    case 'TRAINING_HOURS':
      return { numerator: sum(({ trainingHours }) => Math.round(trainingHours * SCALE)), denominator: SCALE };
    case 'SATISFACTION': {
      const answers = sum(({ satisfactionSample }) => satisfactionSample);
      return answers === 0 ? null : { numerator: sum(marksOf), denominator: answers };
    }
  }
}

/** The average of whole marks times their number gives the sum of the marks back. */
function marksOf({ satisfactionTotal, satisfactionAverage, satisfactionSample }: HonourSheet): number {
  return satisfactionTotal ?? Math.round((satisfactionAverage ?? 0) * satisfactionSample);
}

/** Above 0 when `a` is better; what is not there is below everything. */
export function compare(a: Fraction | null, b: Fraction | null): number {
  if (a === null || b === null) return Number(a !== null) - Number(b !== null);
  const difference = BigInt(a.numerator) * BigInt(b.denominator) - BigInt(b.numerator) * BigInt(a.denominator);
  return difference > 0n ? 1 : difference < 0n ? -1 : 0;
}

/** With four decimals at most, for people; fen for amounts. */
export function textOf(value: Fraction | null): string {
  if (value === null) return '-';
  return String(Math.round((value.numerator / value.denominator) * SCALE) / SCALE);
}
