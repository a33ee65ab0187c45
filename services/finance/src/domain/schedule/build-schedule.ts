import { addMonths, divideRounded, fen, invariant, rateToScaled, RATE_SCALE } from '@weilend/kernel';
import type { Fen, LocalDate } from '@weilend/kernel';
import { interestOf, yearShare } from './day-count.js';
import type { ScheduleRow, ScheduleTerms } from './terms.js';

// The repayment schedule (还款计划) of a loan. Quote, cost sheet and loan all call this one function, so that what the customer
// was shown is what he pays. Whole fen in every row; the principal of all rows is the amount borrowed, and the last row clears the rest.

const LONGEST_TERM_MONTHS = 600;
const MONTHS = 12n;

/**
 * Rows of the schedule in order. Rounds half up to the fen in each period; the last period takes the difference.
 * Due dates step from the start date, so that a start on the 31st falls on each month's last day.
 */
export function buildSchedule(terms: ScheduleTerms): readonly ScheduleRow[] {
  checkTerms(terms);
  const plan = planOf(terms);
  const rows: ScheduleRow[] = [];
  let balanceFen = terms.principalFen;
  for (const [index, dueOn] of plan.dueDates.entries()) {
    const from = plan.dueDates[index - 1] ?? terms.startOn;
    const interestFen = interestOf(
      balanceFen,
      terms.annualRate,
      yearShare(terms.dayCount, { from, to: dueOn, months: plan.monthsPerPeriod }),
    );
    const last = index === plan.dueDates.length - 1;
    const principalFen = last ? balanceFen : Math.min(balanceFen, plan.principalOf(interestFen));
    balanceFen -= principalFen;
    rows.push({ no: index + 1, dueOn, principalFen, interestFen, totalFen: fen(principalFen + interestFen), balanceFen });
  }
  return rows;
}

/** Equal instalment A = P i (1+i)^n / ((1+i)^n - 1), exact, then half up; P/n at rate zero. */
export function equalInstalmentFen(principalFen: Fen, scaledRate: bigint, periods: number): Fen {
  const n = BigInt(periods);
  if (scaledRate === 0n) return fen(Number(divideRounded(BigInt(principalFen), n, 'HALF_UP')));
  const { numerator: r, denominator: d } = reduced(scaledRate, RATE_SCALE * MONTHS);
  const grown = (d + r) ** n;
  return fen(Number(divideRounded(BigInt(principalFen) * r * grown, d * (grown - d ** n), 'HALF_UP')));
}

interface Plan {
  readonly dueDates: readonly LocalDate[];
  readonly monthsPerPeriod: number;
  /** Principal of a row that is not the last, from the interest of that row. */
  readonly principalOf: (interestFen: Fen) => Fen;
}

function planOf(terms: ScheduleTerms): Plan {
  const { principalFen, termMonths, method, startOn } = terms;
  const monthly = Array.from({ length: termMonths }, (_, index) => addMonths(startOn, index + 1));
  if (method === 'BULLET') return { dueDates: [addMonths(startOn, termMonths)], monthsPerPeriod: termMonths, principalOf: () => 0 };
  if (method === 'INTEREST_ONLY') return { dueDates: monthly, monthsPerPeriod: 1, principalOf: () => 0 };
  if (method === 'EQUAL_PRINCIPAL') {
    const share = fen(Number(divideRounded(BigInt(principalFen), BigInt(termMonths), 'HALF_UP')));
    return { dueDates: monthly, monthsPerPeriod: 1, principalOf: () => share };
  }
  const instalmentFen = equalInstalmentFen(principalFen, rateToScaled(terms.annualRate), termMonths);
  // Days counted one by one can make a long month's interest exceed a very long loan's instalment: then no principal, never a negative one.
  return { dueDates: monthly, monthsPerPeriod: 1, principalOf: (interestFen) => Math.max(0, instalmentFen - interestFen) };
}

function checkTerms({ principalFen, termMonths }: ScheduleTerms): void {
  invariant(principalFen > 0 && Number.isSafeInteger(principalFen), 'a schedule needs a principal in whole fen');
  invariant(
    Number.isInteger(termMonths) && termMonths >= 1 && termMonths <= LONGEST_TERM_MONTHS,
    'a schedule needs a term in whole months',
  );
}

/** Lowest terms keep the powers small. */
function reduced(numerator: bigint, denominator: bigint): { numerator: bigint; denominator: bigint } {
  let a = numerator;
  let b = denominator;
  while (b !== 0n) [a, b] = [b, a % b];
  return { numerator: numerator / a, denominator: denominator / a };
}
