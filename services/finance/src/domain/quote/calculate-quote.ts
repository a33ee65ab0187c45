import { DomainError, fen, sumFen, daysBetween } from '@weilend/kernel';
import type { Fen, LocalDate, Rate } from '@weilend/kernel';
import { annualCost, costTimeOf, flowsOf } from '../schedule/annual-cost.js';
import type { AnnualCost } from '../schedule/annual-cost.js';
import { buildSchedule } from '../schedule/build-schedule.js';
import type { ScheduleRow, ScheduleTerms } from '../schedule/terms.js';
import { termsProblem } from '../schedule/terms-problem.js';
import { feeFenOf } from './price-loan.js';

// The calculator (贷款计算器): any terms at all, with no product, customer or application, computed by the very engine that makes the
// schedules of loans. What a fee is called or whether it may be charged is not its business: only published fees reach a contract.

export interface CalculatedFee {
  readonly name: string;
  /** One of the two: fen, or a fraction of the principal. */
  readonly amountFen: Fen | null;
  readonly rate: Rate | null;
  readonly due: 'AT_DISBURSEMENT' | 'EACH_PERIOD';
}

export interface QuoteRow extends ScheduleRow {
  readonly startOn: LocalDate;
  readonly days: number;
  readonly openingFen: Fen;
  readonly feesFen: Fen;
  /** Principal, interest and fees together. */
  readonly instalmentFen: Fen;
}

export interface CalculatedQuote {
  readonly rows: readonly QuoteRow[];
  readonly feesAtDisbursementFen: Fen;
  readonly totals: { readonly principalFen: Fen; readonly interestFen: Fen; readonly feesFen: Fen; readonly instalmentFen: Fen };
  readonly cost: AnnualCost;
}

const MOST_FEE_FEN = 10 ** 14;
const HIGHEST_FEE_RATE = 10;

/** Throws DomainError QUOTE_TERMS_INVALID, INSTALMENT_MULTIPLE_TOO_LARGE, QUOTE_FEES_TOO_HIGH or ANNUAL_COST_BEYOND_MEASURE. */
export function calculateQuote(terms: ScheduleTerms, fees: readonly CalculatedFee[]): CalculatedQuote {
  const wrong = termsProblem(terms) ?? feeProblem(fees);
  if (wrong) throw new DomainError('QUOTE_TERMS_INVALID', { ...wrong }, wrong.field);
  const schedule = buildSchedule(terms);
  const feesOf = (due: CalculatedFee['due']): Fen =>
    sumFen(fees.filter((fee) => fee.due === due).map((fee) => feeFenOf(fee, terms.principalFen, terms.rounding)));
  const [atOnceFen, eachPeriodFen] = [feesOf('AT_DISBURSEMENT'), feesOf('EACH_PERIOD')];
  if (atOnceFen >= terms.principalFen) throw new DomainError('QUOTE_FEES_TOO_HIGH', {}, 'fees');
  const flows = flowsOf(schedule, terms, () => eachPeriodFen);
  const cost = annualCost(terms.principalFen, [{ at: 0, amountFen: atOnceFen }, ...flows], costTimeOf(terms));
  const rows = schedule.map((row, index) => quoteRow(row, schedule[index - 1]?.dueOn ?? terms.disbursedOn, eachPeriodFen));
  return { rows, feesAtDisbursementFen: atOnceFen, totals: totalsOf(rows, atOnceFen), cost };
}

function quoteRow(row: ScheduleRow, startOn: LocalDate, feesFen: Fen): QuoteRow {
  const openingFen = fen(row.balanceFen + row.principalFen);
  return { ...row, startOn, days: daysBetween(startOn, row.dueOn), openingFen, feesFen, instalmentFen: fen(row.totalFen + feesFen) };
}

function totalsOf(rows: readonly QuoteRow[], atOnceFen: Fen): CalculatedQuote['totals'] {
  const feesFen = fen(atOnceFen + sumFen(rows.map((row) => row.feesFen)));
  const principalFen = sumFen(rows.map((row) => row.principalFen));
  const interestFen = sumFen(rows.map((row) => row.interestFen));
  return { principalFen, interestFen, feesFen, instalmentFen: fen(principalFen + interestFen + feesFen) };
}

function feeProblem(fees: readonly CalculatedFee[]): { field: string; problem: string } | null {
  const index = fees.findIndex(({ amountFen, rate }) => (amountFen === null) === (rate === null));
  if (index >= 0) return { field: `fees.${index}`, problem: 'needs either an amount or a rate' };
  const absurd = fees.findIndex(
    ({ amountFen, rate }) => (amountFen ?? 0) < 0 || (amountFen ?? 0) > MOST_FEE_FEN || Number(rate ?? 0) > HIGHEST_FEE_RATE,
  );
  return absurd >= 0 ? { field: `fees.${absurd}`, problem: 'must not be negative, nor more than ten times the largest principal' } : null;
}
