import { DomainError, fen, invariant } from '@weilend/kernel';
import type { Fen } from '@weilend/kernel';
import { yearShare } from './day-count.js';
import type { YearShare } from './day-count.js';
import { interestFen, yearly } from './interest.js';
import type { Yearly } from './interest.js';
import { levelInstalmentFen } from './level-instalment.js';
import { periodsOf, wholeTerm } from './periods.js';
import type { Period } from './periods.js';
import { roundCertain } from './round-certain.js';
import type { ScheduleRow, ScheduleTerms } from './terms.js';
import { termsProblem } from './terms-problem.js';

// The repayment schedule (还款计划) of a loan. Quote, cost sheet and loan all call this one function, so that what the customer was
// shown is what he pays. Whole fen in every row; the principal of all rows is the amount borrowed, and the last row clears the rest.
// README.md beside this file shows each formula with a worked table.

/** Rows in order, one per period (one in all for BULLET). Terms that `termsProblem` objects to are a bug of the caller. */
export function buildSchedule(terms: ScheduleTerms): readonly ScheduleRow[] {
  const problem = termsProblem(terms);
  invariant(problem === null, `a schedule of impossible terms: ${problem?.field} ${problem?.problem}`);
  const periods = terms.method === 'BULLET' ? [wholeTerm(terms)] : periodsOf(terms);
  const step = { unit: terms.periodUnit, every: terms.periodEvery };
  const shares = periods.map((period) => yearShare(terms.dayCount, period, step));
  return planned({ terms, periods, shares, rate: yearly(terms.annualRate) });
}

/** What rows are made from when periods and their shares of a year are known: the dates of `terms` play no part. */
export interface PeriodPlan {
  readonly terms: RowTerms;
  readonly periods: readonly Pick<Period, 'dueOn'>[];
  /** One per period, all of one base. */
  readonly shares: readonly YearShare[];
}

type RowTerms = Pick<
  ScheduleTerms,
  | 'principalFen'
  | 'annualRate'
  | 'method'
  | 'periods'
  | 'rounding'
  | 'instalmentMultipleFen'
  | 'principalGracePeriods'
  | 'interestGracePeriods'
  | 'evenLastInstalment'
>;

/**
 * Rows over known periods: what is left of a loan whose principal was lowered between two due days. With `amountFen` (the level instalment, or the principal of
 * a period) it is repaid by that amount and ends as soon as nothing is left; else in all of the periods.
 */
export function scheduleOver(plan: PeriodPlan, amountFen: Fen | null = null): readonly ScheduleRow[] {
  const engine: Engine = { ...plan, rate: yearly(plan.terms.annualRate) };
  if (amountFen === null) return planned(engine);
  const rows = rowsOf(engine, amountFen);
  return rows.slice(0, rows.findIndex((row) => row.balanceFen === 0) + 1);
}

function planned(engine: Engine): readonly ScheduleRow[] {
  const { terms } = engine;
  if (terms.method !== 'EQUAL_INSTALMENT') return rowsOf(engine, principalShareFen(terms));
  const levelFen = levelOf(engine);
  return terms.evenLastInstalment ? evened(engine, levelFen) : rowsOf(engine, levelFen);
}

interface Engine extends PeriodPlan {
  readonly rate: Yearly;
}

/** Rows that repay by `amountFen`: the level instalment, or the principal of each period. */
function rowsOf({ terms, periods, shares, rate }: Engine, amountFen: Fen): ScheduleRow[] {
  const { method, rounding, principalGracePeriods, interestGracePeriods } = terms;
  const rows: ScheduleRow[] = [];
  let balanceFen = terms.principalFen;
  let deferredFen = 0;
  for (const [index, { dueOn }] of periods.entries()) {
    const base = method === 'FLAT' ? terms.principalFen : balanceFen;
    const accruedFen = interestFen(base, rate, shares[index] as YearShare, rounding);
    const planned = index < principalGracePeriods ? 0 : method === 'EQUAL_INSTALMENT' ? amountFen - accruedFen : amountFen;
    // A long first period can cost more than the level instalment: then nothing is repaid in it, never less than nothing.
    const principalFen = index === periods.length - 1 ? balanceFen : Math.min(balanceFen, Math.max(0, planned));
    const waits = index < interestGracePeriods;
    const dueInterestFen = waits ? 0 : accruedFen + deferredFen;
    deferredFen = waits ? deferredFen + accruedFen : 0;
    balanceFen -= principalFen;
    rows.push({
      no: index + 1,
      dueOn,
      principalFen,
      interestFen: dueInterestFen,
      totalFen: fen(principalFen + dueInterestFen),
      balanceFen,
    });
  }
  return rows;
}

/** Principal of a period that is not the last: equal shares, or nothing until the end. */
function principalShareFen({ method, principalFen, periods, principalGracePeriods, rounding }: RowTerms): Fen {
  if (method === 'INTEREST_ONLY' || method === 'BULLET') return 0;
  const paying = periods - principalGracePeriods;
  return roundCertain(principalFen / paying, 1, rounding, () => ({ numerator: BigInt(principalFen), denominator: BigInt(paying) }));
}

/** Throws DomainError INSTALMENT_MULTIPLE_TOO_LARGE when the nearest multiple is nothing. */
function levelOf({ terms, shares, rate }: Engine): Fen {
  const { principalFen, rounding, instalmentMultipleFen: multipleFen, principalGracePeriods } = terms;
  const levelFen = levelInstalmentFen({ principalFen, rate, shares: shares.slice(principalGracePeriods), rounding, multipleFen });
  if (levelFen === 0 && multipleFen > 1) throw new DomainError('INSTALMENT_MULTIPLE_TOO_LARGE', {}, 'instalmentMultiple');
  return levelFen;
}

/** Moves the level instalment by its part of the last one's difference while that makes the difference smaller. */
function evened(engine: Engine, levelFen: Fen): readonly ScheduleRow[] {
  const { periods, principalGracePeriods, instalmentMultipleFen: multipleFen } = engine.terms;
  const part = (periods - principalGracePeriods) * multipleFen;
  let best = attempt(engine, levelFen);
  for (;;) {
    const stepFen = Math.sign(best.differenceFen) * Math.round(Math.abs(best.differenceFen) / part) * multipleFen;
    if (stepFen === 0 || best.levelFen + stepFen <= 0) return best.rows;
    const next = attempt(engine, best.levelFen + stepFen);
    if (Math.abs(next.differenceFen) >= Math.abs(best.differenceFen)) return best.rows;
    best = next;
  }
}

function attempt(engine: Engine, levelFen: Fen): { levelFen: Fen; rows: readonly ScheduleRow[]; differenceFen: Fen } {
  const rows = rowsOf(engine, levelFen);
  return { levelFen, rows, differenceFen: (rows.at(-1)?.totalFen ?? 0) - levelFen };
}
