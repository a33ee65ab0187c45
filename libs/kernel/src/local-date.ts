import type { Brand } from './brand.js';
import { DomainError, invariant } from './errors.js';

/** A business date `YYYY-MM-DD` in Asia/Shanghai. */
export type LocalDate = Brand<string, 'LocalDate'>;

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_MS = 86_400_000;
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
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return Math.round(Date.UTC(year, month - 1, day) / DAY_MS);
}

/** The inverse of `toDayNumber`. */
export function dayNumberToDate(dayNumber: number): LocalDate {
  invariant(Number.isFinite(dayNumber), 'not a day number');
  return new Date(dayNumber * DAY_MS).toISOString().slice(0, 10) as LocalDate;
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return dayNumberToDate(toDayNumber(date) + days);
}

/** Actual days from `from` (counted) to `to` (not counted). */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return toDayNumber(to) - toDayNumber(from);
}

/** Month steps; a day the month lacks becomes its last day. Step from the original anchor to keep the day. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const index = year * 12 + (month - 1) + months;
  const targetYear = Math.floor(index / 12);
  const targetMonth = index - targetYear * 12 + 1;
  const text = (value: number, width: number): string => String(value).padStart(width, '0');
  return `${text(targetYear, 4)}-${text(targetMonth, 2)}-${text(Math.min(day, daysInMonth(targetYear, targetMonth)), 2)}` as LocalDate;
}

/** 28 to 31. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Monday is 1, Sunday is 7. */
export function weekdayOf(date: LocalDate): number {
  return new Date(toDayNumber(date) * DAY_MS).getUTCDay() || 7;
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

/** The instant `ms` milliseconds later; for the domain, which may not make dates. */
export function addMs(instant: Date, ms: number): Date {
  return new Date(instant.getTime() + ms);
}
