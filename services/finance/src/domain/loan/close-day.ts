import { invariant } from '@weilend/kernel';
import type { LocalDate, WorkingCalendar } from '@weilend/kernel';
import { classDays, classOfDays, provisionFen, worseClass } from '../arrears/loan-class.js';
import type { ClassPolicy, LoanClass } from '../arrears/loan-class.js';
import { BUCKET_DAYS, bucketOf, daysPastDue, nextLateOn, nextThresholdOn, overdueSince } from '../arrears/past-due.js';
import type { Bucket } from '../arrears/past-due.js';
import { ageLoan } from './age-loan.js';
import type { Loan } from './loan.js';
import { extendNext, untilOf } from './servicing.js';

// The end of a business day for one loan (日终): interest whose due day it was becomes a receivable, days past due are counted, and with them bucket,
// class and provision. It says itself on which day it can change next, so that a day end reads only loans that can change.

/** Told to the others when one of these is new. */
export interface StatusChange {
  readonly daysPastDue: number;
  readonly bucket: Bucket;
  readonly loanClass: LoanClass;
  readonly previousClass: LoanClass;
  readonly previousBucket: Bucket;
}

/** What the end of a day goes by. */
export interface DayPolicy extends ClassPolicy {
  readonly calendar: WorkingCalendar;
}

export interface DayClose {
  readonly loan: Loan;
  readonly change: StatusChange | null;
}

/** Closing a day again changes nothing. Days are closed in their order; days before the payment are a bug of the caller. */
export function closeDay(loan: Loan, on: LocalDate, policy: DayPolicy): DayClose {
  invariant(on >= loan.disbursedOn, 'a day is closed for loans that are paid out');
  const aged = ageLoan(loan, on);
  // Off the books nothing is billed, classified or provided for.
  if (aged.state === 'WRITTEN_OFF') return { loan: { ...aged, nextChangeOn: null }, change: null };
  const rows = aged.rows.map((row) => (row.dueOn <= on && !row.billed ? { ...row, billed: true } : row));
  const extensions = extendNext(aged, on, policy.calendar);
  const { loan: judged, change } = classify({ ...aged, rows, extensions }, on, policy);
  const nextOn = judged.state === 'ACTIVE' ? nextChangeOn(judged, on, policy) : null;
  return { loan: { ...judged, nextChangeOn: nextOn }, change };
}

/** Days past due, bucket, class and provision of a loan that is counted through `on`. */
export function classify(loan: Loan, on: LocalDate, policy: ClassPolicy): DayClose {
  const isActive = loan.state === 'ACTIVE';
  const since = isActive ? overdueSince(loan.rows, on, untilOf(loan)) : null;
  const days = daysPastDue(since, on);
  const loanClass = isActive ? worseClass(classOfDays(days, policy), loan.manualClass) : 'PASS';
  const bucket = bucketOf(days);
  const judged = { ...loan, overdueSince: since, bucket, loanClass, provisionFen: provisionFen(loanClass, loan.outstandingFen, policy) };
  const isNew = bucket !== loan.bucket || loanClass !== loan.loanClass;
  return { loan: judged, change: isNew ? { daysPastDue: days, bucket, loanClass, ...previousOf(loan) } : null };
}

const previousOf = (loan: Loan) => ({ previousClass: loan.loanClass, previousBucket: loan.bucket });

/** The earliest of: the next due day, the day on which something that is not paid will be late, the next day on which bucket or class changes by itself. */
function nextChangeOn(loan: Loan, on: LocalDate, policy: ClassPolicy): LocalDate | null {
  const candidates = [
    loan.rows.find((row) => !row.billed)?.dueOn ?? null,
    loan.overdueSince === null ? nextLateOn(loan.rows, on, untilOf(loan)) : null,
    loan.overdueSince === null ? null : nextThresholdOn(loan.overdueSince, on, [...BUCKET_DAYS, ...classDays(policy)]),
  ].filter((date) => date !== null);
  return candidates.sort()[0] ?? null;
}
