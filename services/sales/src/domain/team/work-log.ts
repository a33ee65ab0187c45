import { addDays, DomainError } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { wordsForOthers } from '../application/information-requests.js';

// The daily work log (工作日志): what a salesperson did today, on which customer, how long it took; in the evening the day in one sentence
// and what tomorrow brings. The manager reads it and says what he thinks. A log that was handed in is not written on any more.

export const WORK_KINDS = ['CALL', 'VISIT', 'MEETING', 'PAPERWORK', 'PUBLICITY', 'TRAINING', 'OTHER'] as const;
export type WorkKind = (typeof WORK_KINDS)[number];

export interface WorkEntry {
  readonly id: string;
  readonly kind: WorkKind;
  readonly minutes: number;
  readonly note: string;
  readonly customerId: string | null;
  readonly leadId: string | null;
  readonly applicationId: string | null;
  readonly at: Date;
}

export interface WorkLogReview {
  readonly comment: string;
  readonly by: string;
  readonly at: Date;
}

export interface WorkLog {
  readonly id: string;
  readonly version: number;
  readonly employeeId: string;
  readonly day: LocalDate;
  readonly entries: readonly WorkEntry[];
  readonly summary: string | null;
  readonly tomorrow: string | null;
  readonly handedInAt: Date | null;
  readonly review: WorkLogReview | null;
}

const MINUTES_OF_A_DAY = 1_440;

/** The day that may still be written on: today, or one of the last `lateDays`. Throws DomainError WORK_LOG_DAY. */
export function requireOpenDay(day: LocalDate, today: LocalDate, lateDays: number): void {
  if (day > today || day < addDays(today, -lateDays))
    throw new DomainError('WORK_LOG_DAY', { day, from: addDays(today, -lateDays), to: today }, 'day');
}

/** Writes an entry into a log that is still open. */
export function addEntry(log: WorkLog, entry: WorkEntry): WorkLog {
  requireOpen(log);
  const note = wordsForOthers(entry.note, 'note');
  if (!Number.isInteger(entry.minutes) || entry.minutes < 1)
    throw new DomainError('INPUT_INVALID', { problem: 'work takes a whole number of minutes' }, 'minutes');
  const spent = log.entries.reduce((sum, one) => sum + one.minutes, entry.minutes);
  if (spent > MINUTES_OF_A_DAY) throw new DomainError('INPUT_INVALID', { problem: 'a day has no more than 1440 minutes' }, 'minutes');
  return { ...log, entries: [...log.entries, { ...entry, note }] };
}

/** The evening: what the day was, and what tomorrow brings. */
export function handIn(log: WorkLog, words: { readonly summary: string; readonly tomorrow: string }, at: Date): WorkLog {
  requireOpen(log);
  return {
    ...log,
    summary: wordsForOthers(words.summary, 'summary'),
    tomorrow: wordsForOthers(words.tomorrow, 'tomorrow'),
    handedInAt: at,
  };
}

/** The manager's word on somebody else's day; he may say another later, and it takes the place of the first. */
export function review(log: WorkLog, word: WorkLogReview): WorkLog {
  if (!log.handedInAt) throw new DomainError('WORK_LOG_OPEN', { day: log.day });
  if (log.employeeId === word.by) throw new DomainError('OWN_WORK_LOG');
  return { ...log, review: { ...word, comment: wordsForOthers(word.comment, 'comment') } };
}

function requireOpen(log: WorkLog): void {
  if (log.handedInAt) throw new DomainError('WORK_LOG_HANDED_IN', { day: log.day });
}
