import { addDays, daysBetween } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { interestOwedFen, principalOwedFen } from '../loan/instalment.js';
import type { LoanInstalment } from '../loan/instalment.js';

// Days past due (逾期天数, DPD): counted from the oldest instalment that is due and not fully paid. On its due day it is zero days late, the
// day after one (算头不算尾); one fen short is short. One late instalment makes the whole loan overdue.

export const BUCKETS = ['CURRENT', 'M1', 'M2_M3', 'M4_PLUS'] as const;
/** Not late; 1 to 29 days; 30 to 89; 90 and more. */
export type Bucket = (typeof BUCKETS)[number];

const STARTS: readonly (readonly [Bucket, number])[] = [
  ['M4_PLUS', 90],
  ['M2_M3', 30],
  ['M1', 1],
];

/** First days of the buckets: the days on which a loan that is not paid changes its bucket. */
export const BUCKET_DAYS: readonly number[] = STARTS.map(([, days]) => days);

/** Last day on which what falls due on a day is paid in time: the day itself, unless holidays or grace put it off. */
export type PayableUntil = (dueOn: LocalDate) => LocalDate;
export const ON_THE_DAY: PayableUntil = (dueOn) => dueOn;

/** Due day of the oldest instalment that is late on a day, or null. What may still be paid in time is not late; what was not, is late since its due day. */
export function overdueSince(rows: readonly LoanInstalment[], on: LocalDate, until: PayableUntil = ON_THE_DAY): LocalDate | null {
  return rows.find((row) => row.dueOn < on && isOwed(row) && until(row.dueOn) < on)?.dueOn ?? null;
}

/** The first day on which something that is due and not paid will be late, or null. */
export function nextLateOn(rows: readonly LoanInstalment[], on: LocalDate, until: PayableUntil): LocalDate | null {
  const waiting = rows.filter((row) => row.dueOn <= on && isOwed(row)).map((row) => until(row.dueOn));
  const [first] = waiting.filter((day) => day >= on).sort();
  return first === undefined ? null : addDays(first, 1);
}

export function daysPastDue(since: LocalDate | null, on: LocalDate): number {
  return since === null ? 0 : daysBetween(since, on);
}

export function bucketOf(days: number): Bucket {
  return STARTS.find(([, from]) => days >= from)?.[0] ?? 'CURRENT';
}

/** The next day on which the count of days reaches one of `thresholds`, or null when it has passed them all. */
export function nextThresholdOn(since: LocalDate, on: LocalDate, thresholds: readonly number[]): LocalDate | null {
  const days = daysPastDue(since, on);
  const next = thresholds.filter((threshold) => threshold > days).sort((a, b) => a - b)[0];
  return next === undefined ? null : addDays(since, next);
}

export const isOwed = (row: LoanInstalment): boolean => interestOwedFen(row) > 0 || principalOwedFen(row) > 0;
