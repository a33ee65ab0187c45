import { DomainError } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { LOAN_CLASSES } from '../arrears/loan-class.js';
import type { ClassPolicy, LoanClass } from '../arrears/loan-class.js';
import { ageLoan } from './age-loan.js';
import { classify } from './close-day.js';
import type { DayClose } from './close-day.js';
import type { Loan } from './loan.js';

// A person's judgement of a loan (人工分类). Worse than the days say: at once, with a reason. Better than a person said before: only when another person approves,
// and never better than the days say; after a restructure not above special mention while the observation lasts.

const rankOf = (loanClass: LoanClass): number => LOAN_CLASSES.indexOf(loanClass);

/** The loan as it is judged from now on; throws DomainError LOAN_NOT_RUNNING or CLASS_NOT_WORSE. */
export function judgeWorse(loan: Loan, to: LoanClass, on: LocalDate, policy: ClassPolicy): DayClose {
  checkRunning(loan);
  if (rankOf(to) <= rankOf(loan.loanClass))
    throw new DomainError('CLASS_NOT_WORSE', { loanClass: loan.loanClass, wanted: to }, 'loanClass');
  return judged(loan, to, on, policy);
}

/** Refusals of a better judgement, before it is decided on. */
export function upgradeProblems(loan: Loan, to: LoanClass, on: LocalDate): readonly DomainError[] {
  if (loan.state !== 'ACTIVE') return [new DomainError('LOAN_NOT_RUNNING', { state: loan.state }, 'loanId')];
  if (loan.manualClass === null || rankOf(to) >= rankOf(loan.manualClass)) {
    return [new DomainError('CLASS_NOT_BETTER', { manualClass: loan.manualClass ?? 'none', wanted: to }, 'loanClass')];
  }
  const isWatched = loan.watchUntil !== null && on <= loan.watchUntil;
  if (!isWatched || rankOf(to) >= rankOf('SPECIAL_MENTION')) return [];
  return [new DomainError('CLASS_UNDER_OBSERVATION', { until: loan.watchUntil }, 'loanClass')];
}

/** The class that a loan has on a day, which may be another one than at its last day end: money has come in, or days have passed. */
export function classOn(loan: Loan, on: LocalDate, policy: ClassPolicy): LoanClass {
  return classify(ageLoan(loan, on), on, policy).loan.loanClass;
}

/** The approved better judgement; `upgradeProblems` are the caller's to look at. */
export function judgeBetter(loan: Loan, to: LoanClass, on: LocalDate, policy: ClassPolicy): DayClose {
  return judged(loan, to, on, policy);
}

function judged(loan: Loan, to: LoanClass, on: LocalDate, policy: ClassPolicy): DayClose {
  return classify({ ...ageLoan(loan, on), manualClass: to === 'PASS' ? null : to }, on, policy);
}

function checkRunning(loan: Loan): void {
  if (loan.state !== 'ACTIVE') throw new DomainError('LOAN_NOT_RUNNING', { state: loan.state }, 'loanId');
}
