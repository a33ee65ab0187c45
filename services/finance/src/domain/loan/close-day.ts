import { addDays, invariant } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { classDays, classOfDays, provisionFen, worseClass } from '../arrears/loan-class.js';
import type { ClassPolicy, LoanClass } from '../arrears/loan-class.js';
import { BUCKET_DAYS, bucketOf, daysPastDue, isOwed, nextThresholdOn, overdueSince } from '../arrears/past-due.js';
import type { Bucket } from '../arrears/past-due.js';
import { ageLoan } from './age-loan.js';
import type { Loan } from './loan.js';

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

export interface DayClose {
  readonly loan: Loan;
  readonly change: StatusChange | null;
}

/** Closing a day again changes nothing. Days are closed in their order; days before the payment are a bug of the caller. */
export function closeDay(loan: Loan, on: LocalDate, policy: ClassPolicy): DayClose {
  invariant(on >= loan.disbursedOn, 'a day is closed for loans that are paid out');
  const aged = ageLoan(loan, on);
  const rows = aged.rows.map((row) => (row.dueOn <= on && !row.billed ? { ...row, billed: true } : row));
  const isActive = aged.state === 'ACTIVE';
  const since = isActive ? overdueSince(rows, on) : null;
  const days = daysPastDue(since, on);
  const loanClass = isActive ? worseClass(classOfDays(days, policy), aged.manualClass) : 'PASS';
  const closed: Loan = {
    ...aged,
    rows,
    overdueSince: since,
    bucket: bucketOf(days),
    loanClass,
    provisionFen: provisionFen(loanClass, aged.outstandingFen, policy),
    nextChangeOn: isActive ? nextChangeOn({ ...aged, rows, overdueSince: since }, on, policy) : null,
  };
  const isNew = closed.bucket !== loan.bucket || loanClass !== loan.loanClass;
  const previous = { previousClass: loan.loanClass, previousBucket: loan.bucket };
  return { loan: closed, change: isNew ? { daysPastDue: days, bucket: closed.bucket, loanClass, ...previous } : null };
}

/** The earliest of: the next due day, tomorrow when today's instalment is not paid, the next day on which bucket or class changes by itself. */
function nextChangeOn(loan: Pick<Loan, 'rows' | 'overdueSince'>, on: LocalDate, policy: ClassPolicy): LocalDate | null {
  const candidates = [
    loan.rows.find((row) => !row.billed)?.dueOn ?? null,
    loan.rows.some((row) => row.dueOn === on && isOwed(row)) && loan.overdueSince === null ? addDays(on, 1) : null,
    loan.overdueSince === null ? null : nextThresholdOn(loan.overdueSince, on, [...BUCKET_DAYS, ...classDays(policy)]),
  ].filter((date) => date !== null);
  return candidates.sort()[0] ?? null;
}
