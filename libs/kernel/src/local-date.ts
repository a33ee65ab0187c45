import type { Brand } from './brand.js';
import { DomainError, invariant } from './errors.js';

/** A business date `YYYY-MM-DD` in Asia/Shanghai. */
export type LocalDate = Brand<string, 'LocalDate'>;

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const SHANGHAI = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit', day: '2-digit' });

/** Parses a real calendar date. Throws DomainError DATE_INVALID. */
export function parseLocalDate(text: string, field: string | null = null): LocalDate {
  const match = DATE.exec(text);
  const date = text as LocalDate;
  if (!match || dayNumberToDate(toDayNumber(date)) !== text) {
    throw new DomainError('DATE_INVALID', { value: text.slice(0, 40) }, field);
  }
  return date;
}

/** The business date of an instant in Asia/Shanghai. */
export function businessDateOf(instant: Date): LocalDate {
  return SHANGHAI.format(instant) as LocalDate;
}

/** The instant at which the local time `HH:MM` of a business date falls. China keeps UTC+8 without summer time since 1992. */
export function instantOf(date: LocalDate, time = '00:00'): Date {
  return new Date(`${date}T${time}:00+08:00`);
}

/** Days since 1970-01-01; proleptic Gregorian. */
export function toDayNumber(date: LocalDate): number {
  return dayNumberOf(numberAt(date, 0, 4), numberAt(date, 5, 7), numberAt(date, 8, 10));
}

/** The inverse of `toDayNumber`. */
export function dayNumberToDate(dayNumber: number): LocalDate {
  invariant(Number.isFinite(dayNumber), 'not a day number');
  const shifted = dayNumber + DAYS_BEFORE_1970;
  const era = Math.floor(shifted / DAYS_OF_ERA);
  const dayOfEra = shifted - era * DAYS_OF_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return textOf(era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1);
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return dayNumberToDate(toDayNumber(date) + days);
}

/** Actual days from `from` (counted) to `to` (not counted). */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return toDayNumber(to) - toDayNumber(from);
}

/** What a day becomes in a month that lacks it: the month's last day, or the first day of the next month. */
export type MonthEnd = 'CLAMP' | 'ROLL';

/** Month steps; a day the month lacks becomes its last day (CLAMP) or the next month's first (ROLL). Step from the original anchor to keep the day. */
export function addMonths(date: LocalDate, months: number, monthEnd: MonthEnd = 'CLAMP'): LocalDate {
  const day = numberAt(date, 8, 10);
  const index = numberAt(date, 0, 4) * 12 + (numberAt(date, 5, 7) - 1) + months;
  const year = Math.floor(index / 12);
  const month = index - year * 12 + 1;
  if (day <= 28 || day <= daysInMonth(year, month)) return textOf(year, month, day);
  if (monthEnd === 'CLAMP') return textOf(year, month, daysInMonth(year, month));
  return month === 12 ? textOf(year + 1, 1, 1) : textOf(year, month + 1, 1);
}

/** 28 to 31. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return daysInYear(year) - 337;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** 365 or 366. */
export function daysInYear(year: number): number {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 366 : 365;
}

/** Monday is 1, Sunday is 7. */
export function weekdayOf(date: LocalDate): number {
  // 1970-01-01 was a Thursday.
  return ((((toDayNumber(date) + 3) % 7) + 7) % 7) + 1;
}

/** Natural quarter of a date, `2026-Q3`. */
export function quarterOf(date: LocalDate): string {
  return `${date.slice(0, 4)}-Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`;
}

/** First and last date of a quarter id. Throws DomainError QUARTER_INVALID. */
export function quarterRange(quarter: string): { from: LocalDate; to: LocalDate } {
  const match = /^(\d{4})-Q([1-4])$/.exec(quarter);
  if (!match) throw new DomainError('QUARTER_INVALID', { value: quarter.slice(0, 20) });
  const from = `${match[1]}-${String((Number(match[2]) - 1) * 3 + 1).padStart(2, '0')}-01` as LocalDate;
  return { from, to: addDays(addMonths(from, 3), -1) };
}

/** The quarter `count` quarters after another one, before it when negative: `2026-Q3` and 2 give `2027-Q1`. Throws DomainError QUARTER_INVALID. */
export function quartersAfter(quarter: string, count: number): string {
  return quarterOf(addMonths(quarterRange(quarter).from, 3 * count));
}

/** How many quarters lie from one to another, negative when the other is earlier. Throws DomainError QUARTER_INVALID. */
export function quartersBetween(from: string, to: string): number {
  return placeOfQuarter(to) - placeOfQuarter(from);
}

function placeOfQuarter(quarter: string): number {
  const { from } = quarterRange(quarter);
  return numberAt(from, 0, 4) * 4 + (numberAt(from, 5, 7) - 1) / 3;
}

/** The instant `ms` milliseconds later; for the domain, which may not make dates. */
export function addMs(instant: Date, ms: number): Date {
  return new Date(instant.getTime() + ms);
}

// Civil calendar by whole numbers (the days_from_civil method: years begin in March, eras have 400 years). Date objects were eight
// times slower, and schedules and day ends step through dates by the million.
const DAYS_OF_ERA = 146_097;
const DAYS_BEFORE_1970 = 719_468;
const TWO_DIGITS = Array.from({ length: 100 }, (_, value) => String(value).padStart(2, '0'));
const ZERO = 48;

function dayNumberOf(year: number, month: number, day: number): number {
  const fromMarch = month <= 2 ? year - 1 : year;
  const era = Math.floor(fromMarch / 400);
  const yearOfEra = fromMarch - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  return era * DAYS_OF_ERA + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - DAYS_BEFORE_1970;
}

function numberAt(text: string, from: number, to: number): number {
  let value = 0;
  for (let index = from; index < to; index++) value = value * 10 + text.charCodeAt(index) - ZERO;
  return value;
}

function textOf(year: number, month: number, day: number): LocalDate {
  const years = year >= 1000 && year <= 9999 ? String(year) : String(year).padStart(4, '0');
  return `${years}-${TWO_DIGITS[month] ?? ''}-${TWO_DIGITS[day] ?? ''}` as LocalDate;
}
