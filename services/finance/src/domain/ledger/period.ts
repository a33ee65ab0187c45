import { addDays, addMonths, DomainError } from '@weilend/kernel';
import type { Fen, LocalDate } from '@weilend/kernel';

// Closing a month (结账): when every day of it is closed, no loan is left aside, and the books have been checked without a difference, its balances are fixed.
// From then on no entry can be dated into it, and it is never opened again: what was wrong is put right by entries of the next month.

export interface Period {
  /** `2026-10`. */
  readonly month: string;
  readonly from: LocalDate;
  /** Its last day. */
  readonly through: LocalDate;
}

/** Debits and credits of an account, of all entries up to a day. */
export interface AccountBalance {
  readonly account: string;
  readonly debitFen: Fen;
  readonly creditFen: Fen;
}

export const PERIOD_STATES = ['CLOSING', 'CLOSED'] as const;
export type PeriodState = (typeof PERIOD_STATES)[number];

/** Throws DomainError PERIOD_INVALID. */
export function periodOf(month: string): Period {
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) throw new DomainError('PERIOD_INVALID', { value: month.slice(0, 20) }, 'month');
  const from = `${month}-01` as LocalDate;
  return { month, from, through: addDays(addMonths(from, 1), -1) };
}

/** The month of a date. */
export const monthOf = (date: LocalDate): string => date.slice(0, 7);

/** On which day a check of the books was made, and what it found. */
export interface CheckEnd {
  readonly on: LocalDate;
  readonly differences: number;
}

/** What must be known of the books before a month is closed. */
export interface BooksStanding {
  readonly today: LocalDate;
  /** The newest month that is closed or being closed. */
  readonly newest: { readonly month: string; readonly state: PeriodState } | null;
  readonly firstEntryOn: LocalDate | null;
  readonly lastClosedDay: LocalDate | null;
  /** Loans that the last day end set aside; who was set aside before has been closed since. */
  readonly setAside: number;
  /** The newest finished check of everything: one of what has moved does not see what rests. */
  readonly check: CheckEnd | null;
  /** The newest finished check of any scope. */
  readonly latest: CheckEnd | null;
}

/**
 * Whether a month may be closed; throws DomainError PERIOD_ALREADY_CLOSED, PERIOD_EARLIER_OPEN, PERIOD_NOT_OVER, PERIOD_DAY_OPEN, PERIOD_LOANS_SET_ASIDE,
 * PERIOD_NOT_CHECKED or PERIOD_BOOKS_DIFFER.
 */
export function checkClosable({ month, from, through }: Period, books: BooksStanding): void {
  const { newest, today, lastClosedDay, setAside, check, latest } = books;
  if (newest && month <= newest.month) throw new DomainError('PERIOD_ALREADY_CLOSED', { month, newest: newest.month }, 'month');
  const earlier = earliestOpen(books);
  if (earlier !== null && earlier < month) throw new DomainError('PERIOD_EARLIER_OPEN', { month, earlier }, 'month');
  if (today <= through) throw new DomainError('PERIOD_NOT_OVER', { month, through }, 'month');
  if (lastClosedDay === null || lastClosedDay < through) {
    throw new DomainError('PERIOD_DAY_OPEN', { month, day: lastClosedDay === null ? from : addDays(lastClosedDay, 1) }, 'month');
  }
  if (setAside > 0) throw new DomainError('PERIOD_LOANS_SET_ASIDE', { loans: setAside, day: lastClosedDay });
  if (!check || check.on < through) throw new DomainError('PERIOD_NOT_CHECKED', { month });
  const differences = Math.max(check.differences, latest?.differences ?? 0);
  if (differences > 0) throw new DomainError('PERIOD_BOOKS_DIFFER', { differences });
}

/** The oldest month that is not closed: one that is still being closed is open. Null when nothing was ever booked. */
function earliestOpen({ newest, firstEntryOn }: BooksStanding): string | null {
  if (newest === null) return firstEntryOn && monthOf(firstEntryOn);
  return newest.state === 'CLOSING' ? newest.month : monthOf(addMonths(`${newest.month}-01` as LocalDate, 1));
}
