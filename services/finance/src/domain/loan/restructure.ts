import { addMonths, compareRates, divideRounded, DomainError, fen, rateToScaled, scaledToRate, sumFen } from '@weilend/kernel';
import type { Fen, LocalDate, Rate } from '@weilend/kernel';
import { worseClass } from '../arrears/loan-class.js';
import { cutPenaltyFen } from '../arrears/penalty.js';
import { scheduleOver } from '../schedule/build-schedule.js';
import { periodsOf, wholeTerm } from '../schedule/periods.js';
import { restShares } from '../schedule/rest-shares.js';
import type { Method } from '../schedule/terms.js';
import { ageLoan } from './age-loan.js';
import { accruedOwedFen } from './early-settlement.js';
import { interestOwedFen, unpaidInstalment } from './instalment.js';
import type { LoanInstalment } from './instalment.js';
import { penaltyAccruedFen } from './loan.js';
import type { Loan } from './loan.js';

// A restructure (重组, 展期): what is still owed gets a new schedule, with more time, a lower rate or another method; the old one is kept as a version.
// Principal that was late is due anew; interest that was owed is put off to the first new instalment, without interest on it; penalty stays owed, and follows
// the new rate from then on.
// The loan is no better than special mention until its observation is over (金融资产风险分类), and worse judgements stay.

export interface RestructureTerms {
  readonly annualRate: Rate;
  readonly method: Method;
  /** Monthly periods of the new schedule. */
  readonly periods: number;
  /** First new due day; one month after the restructure when null. */
  readonly firstDueOn: LocalDate | null;
  readonly principalGracePeriods: number;
}

export interface RestructurePolicy {
  /** restructure.max-count. */
  readonly maxCount: number;
  /** restructure.observation-months. */
  readonly observationMonths: number;
}

const LONGEST_PERIODS = 120;

/** Refusals of a restructure as a form shows them; an empty list means it may be decided on. */
export function restructureProblems(loan: Loan, terms: RestructureTerms, on: LocalDate, policy: RestructurePolicy): readonly DomainError[] {
  const found: DomainError[] = [];
  const problem = (field: string, text: string): void =>
    void found.push(new DomainError('RESTRUCTURE_TERMS_INVALID', { problem: text }, `terms.${field}`));
  if (loan.state !== 'ACTIVE') return [new DomainError('LOAN_NOT_RUNNING', { state: loan.state }, 'loanId')];
  if (loan.restructures >= policy.maxCount) found.push(new DomainError('RESTRUCTURED_TOO_OFTEN', { maxCount: policy.maxCount }, 'loanId'));
  if (compareRates(terms.annualRate, loan.annualRate) > 0) problem('annualRate', `the rate may not rise above ${loan.annualRate}`);
  const isCount = Number.isInteger(terms.periods) && terms.periods >= 1 && terms.periods <= LONGEST_PERIODS;
  if (!isCount) problem('periods', `1 to ${LONGEST_PERIODS} monthly periods`);
  const isGrace = Number.isInteger(terms.principalGracePeriods) && terms.principalGracePeriods >= 0;
  if (!isGrace || terms.principalGracePeriods >= Math.max(1, terms.periods))
    problem('principalGracePeriods', 'grace is shorter than the schedule');
  if (terms.firstDueOn !== null && (terms.firstDueOn <= on || terms.firstDueOn > addMonths(on, 2))) {
    problem('firstDueOn', `after ${on} and no later than ${addMonths(on, 2)}`);
  }
  return found;
}

/** The loan under its new schedule from `on`; terms that `restructureProblems` objects to are a bug of the caller. */
export function restructureLoan(loan: Loan, on: LocalDate, terms: RestructureTerms, policy: RestructurePolicy): Loan {
  const aged = ageLoan(loan, on);
  const coming = aged.rows.filter((row) => row.dueOn > on);
  const [running] = coming;
  const owedFen = sumFen(aged.rows.filter((row) => row.dueOn <= on).map(interestOwedFen));
  const carriedFen = fen(owedFen + (running ? accruedOwedFen(aged, running, on) : 0));
  const past = pastRows(aged, on);
  const rows = [...past, ...newRows(aged, { on, terms, carriedFen })].map((row, place) => ({ ...row, no: place + 1 }));
  return {
    ...aged,
    ...{ rows, annualRate: terms.annualRate, method: terms.method, scheduleFrom: on },
    ...penaltyFrom(aged, terms.annualRate),
    restructures: loan.restructures + 1,
    watchUntil: addMonths(on, policy.observationMonths),
    manualClass: worseClass(worseClass(loan.loanClass, 'SPECIAL_MENTION'), loan.manualClass),
    nextChangeOn: on,
  };
}

/** Penalty of before stays as it is; from now on it follows the new rate, by the factor of the contract and never above what it was. */
function penaltyFrom(loan: Loan, annualRate: Rate) {
  const before = { penaltyBeforeFen: penaltyAccruedFen(loan), penaltyCutBeforeFen: fen(loan.penaltyCutBeforeFen + cutPenaltyFen(loan)) };
  const old = rateToScaled(loan.annualRate);
  if (old === 0n) return { ...before, overdueFenDays: 0 };
  const uncut = scaledToRate(divideRounded(rateToScaled(loan.uncutPenaltyRate) * rateToScaled(annualRate), old, 'DOWN'));
  const penaltyRate = compareRates(uncut, loan.penaltyRate) < 0 ? uncut : loan.penaltyRate;
  return { ...before, overdueFenDays: 0, penaltyRate, uncutPenaltyRate: uncut };
}

/** Rows of before, as far as they were paid: what was not is due anew. */
function pastRows({ rows, principalFen }: Loan, on: LocalDate): readonly LoanInstalment[] {
  let balanceFen = principalFen;
  return rows.flatMap((row) => {
    const { principalPaidFen, interestPaidFen, interestWaivedFen } = row;
    if (row.dueOn > on && principalPaidFen + interestPaidFen === 0) return [];
    balanceFen = fen(balanceFen - principalPaidFen);
    const interestFen = fen(interestPaidFen + interestWaivedFen);
    const paid = { principalFen: principalPaidFen, interestFen, totalFen: fen(principalPaidFen + interestFen), balanceFen };
    const { carriedFen: _carried, ...kept } = row;
    // What was paid ahead of its day stands on the day of the restructure.
    return [row.dueOn > on ? { ...kept, ...paid, dueOn: on, billed: true, kind: 'PREPAYMENT' as const } : { ...kept, ...paid }];
  });
}

function newRows(loan: Loan, made: { on: LocalDate; terms: RestructureTerms; carriedFen: Fen }): readonly LoanInstalment[] {
  const { on, carriedFen } = made;
  const { method, periods: count, firstDueOn, annualRate, principalGracePeriods } = made.terms;
  const grid = { periods: count, periodUnit: 'MONTH', periodEvery: 1, disbursedOn: on, firstDueOn, monthEnd: loan.monthEnd } as const;
  const periods = method === 'BULLET' ? [wholeTerm(grid)] : periodsOf(grid);
  const dueDays = periods.map((period) => period.dueOn);
  const shares = restShares({ dayCount: loan.dayCount, monthEnd: loan.monthEnd, periodStartOn: on, isFirst: true, dueDays }, on);
  const repaysEarlier = method === 'EQUAL_INSTALMENT' || method === 'EQUAL_PRINCIPAL';
  const terms = {
    ...{ principalFen: loan.outstandingFen, annualRate, method, rounding: loan.rounding, periods: periods.length },
    instalmentMultipleFen: method === 'EQUAL_INSTALMENT' ? loan.instalmentMultipleFen : 1,
    principalGracePeriods: repaysEarlier ? principalGracePeriods : 0,
    ...{ interestGracePeriods: 0, evenLastInstalment: false },
  };
  const [first, ...others] = scheduleOver({ terms, periods, shares }).map(unpaidInstalment);
  if (!first || carriedFen === 0) return [...(first ? [first] : []), ...others];
  const interestFen = fen(first.interestFen + carriedFen);
  return [{ ...first, interestFen, totalFen: fen(first.principalFen + interestFen), carriedFen }, ...others];
}
