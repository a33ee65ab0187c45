// When departments meet regularly: every week on a day, every month on its n-th or last working day, or every so many working days. A date that
// falls on a holiday moves to the next working day, a make-up day counts as one, and two dates that fall together are one meeting.
import { addDays, addMonths, DomainError, isWorkingDay, nextWorkingDay, weekdayOf } from '@weilend/kernel';
import type { LocalDate, WorkingCalendar } from '@weilend/kernel';

export type RecurrenceKind = 'WEEKLY' | 'MONTHLY_WORKING_DAY' | 'MONTHLY_LAST_WORKING_DAY' | 'EVERY_WORKING_DAYS';

export interface Recurrence {
  readonly kind: RecurrenceKind;
  /**
   * WEEKLY: 1 (Monday) to 5 (Friday); MONTHLY_WORKING_DAY: which working day of the month, 1 to 20; EVERY_WORKING_DAYS: how
   * many working days lie from one meeting to the next, 1 to 60; the last working day of the month has none (null).
   */
  readonly number: number | null;
}

export interface Occurrence {
  /** The date by the rule; with the series it names the occurrence, wherever the calendar moves it. */
  readonly nominalOn: LocalDate;
  /** The working day on which it takes place. */
  readonly on: LocalDate;
}

const RANGE: Readonly<Record<RecurrenceKind, readonly [number, number] | null>> = {
  WEEKLY: [1, 5],
  MONTHLY_WORKING_DAY: [1, 20],
  MONTHLY_LAST_WORKING_DAY: null,
  EVERY_WORKING_DAYS: [1, 60],
};

/** Throws SERIES_RECURRENCE_INVALID. */
export function checkRecurrence({ kind, number }: Recurrence): void {
  const range = RANGE[kind];
  const fits = range ? number !== null && Number.isInteger(number) && number >= range[0] && number <= range[1] : number === null;
  if (!fits)
    throw new DomainError('SERIES_RECURRENCE_INVALID', { kind, number: number ?? '-', wanted: range?.join('-') ?? '-' }, 'recurrence');
}

/** The first occurrence after the nominal date `after`, or from `activeFrom` on while there was none. */
export function nextOccurrence(
  rule: Recurrence,
  dates: { activeFrom: LocalDate; after: LocalDate | null },
  calendar: WorkingCalendar,
): Occurrence {
  if (rule.kind === 'WEEKLY') return nextWeekly(rule.number ?? 1, dates.after ? addDays(dates.after, 1) : dates.activeFrom, calendar);
  if (rule.kind === 'EVERY_WORKING_DAYS') {
    const on = dates.after ? nthWorkingDayAfter(calendar, dates.after, rule.number ?? 1) : nextWorkingDay(calendar, dates.activeFrom);
    return { nominalOn: on, on };
  }
  return nextMonthly(rule, dates, calendar);
}

/** The week's meeting moves behind a holiday; when that reaches the next week's one, the two are one. */
function nextWeekly(weekday: number, from: LocalDate, calendar: WorkingCalendar): Occurrence {
  let nominalOn = addDays(from, (weekday - weekdayOf(from) + 7) % 7);
  while (nextWorkingDay(calendar, nominalOn) >= addDays(nominalOn, 7)) nominalOn = addDays(nominalOn, 7);
  return { nominalOn, on: nextWorkingDay(calendar, nominalOn) };
}

function nextMonthly(
  rule: Recurrence,
  { activeFrom, after }: { activeFrom: LocalDate; after: LocalDate | null },
  calendar: WorkingCalendar,
): Occurrence {
  let month = after ? addMonths(firstOfMonth(after), 1) : firstOfMonth(activeFrom);
  let on = dayOfMonth(rule, month, calendar);
  while (on < activeFrom) {
    month = addMonths(month, 1);
    on = dayOfMonth(rule, month, calendar);
  }
  return { nominalOn: on, on };
}

/** A month with fewer working days meets on its last one. */
function dayOfMonth(rule: Recurrence, first: LocalDate, calendar: WorkingCalendar): LocalDate {
  const days: LocalDate[] = [];
  for (let day = first; day < addMonths(first, 1); day = addDays(day, 1)) if (isWorkingDay(calendar, day)) days.push(day);
  const last = days.at(-1) ?? nextWorkingDay(calendar, first);
  return rule.kind === 'MONTHLY_LAST_WORKING_DAY' ? last : (days[(rule.number ?? 1) - 1] ?? last);
}

function nthWorkingDayAfter(calendar: WorkingCalendar, after: LocalDate, count: number): LocalDate {
  let day = after;
  for (let left = count; left > 0; left--) day = nextWorkingDay(calendar, addDays(day, 1));
  return day;
}

function firstOfMonth(date: LocalDate): LocalDate {
  return `${date.slice(0, 8)}01` as LocalDate;
}
