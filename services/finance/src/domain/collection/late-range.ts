import { addDays } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { BUCKET_DAYS, bucketOf } from '../arrears/past-due.js';
import type { Bucket } from '../arrears/past-due.js';

// Which due days make a loan so and so many days late: a loan is as many days past due today as its oldest owed instalment is days old.

export interface LateRange {
  /** Oldest due day within it; null when it has no end. */
  readonly from: LocalDate | null;
  /** Newest due day within it. */
  readonly to: LocalDate;
}

/** Due days of loans that are late today, at least so many days, and in the bucket when one is named. */
export function lateRange(today: LocalDate, wanted: { bucket: Exclude<Bucket, 'CURRENT'> | null; minDays: number | null }): LateRange {
  const { bucket, minDays } = wanted;
  const ofBucket = bucket === null ? 1 : Math.min(...BUCKET_DAYS.filter((days) => bucketOf(days) === bucket));
  const nextBucket = bucket === null ? Infinity : Math.min(Infinity, ...BUCKET_DAYS.filter((days) => days > ofBucket));
  const least = Math.max(1, ofBucket, minDays ?? 1);
  return { from: Number.isFinite(nextBucket) ? addDays(today, 1 - nextBucket) : null, to: addDays(today, -least) };
}
