import { DomainError, invariant } from './errors.js';
import type { LocalDate } from './local-date.js';
import { addDays, businessDateOf, instantOf, weekdayOf } from './local-date.js';

/** Working hours of a day as local times, in order, e.g. 09:00-12:00 and 13:30-18:00. */
export interface WorkingSpan {
  readonly from: string;
  readonly to: string;
}

/** The company calendar: dated holidays and make-up days over Monday-to-Friday weeks. */
export interface WorkingCalendar {
  readonly holidays: ReadonlySet<string>;
  readonly makeUpDays: ReadonlySet<string>;
  readonly hours: readonly WorkingSpan[];
}

/** Working time: `{ amount: 3, unit: 'DAY' }` is three working days' worth of working hours. */
export interface WorkingDuration {
  readonly amount: number;
  readonly unit: 'DAY' | 'HOUR' | 'MINUTE';
}

const MINUTE_MS = 60_000;
/** Longest stretch of days without a working day that a calendar may hold before it is taken for broken. */
const LONGEST_CLOSURE_DAYS = 60;
const DURATION = /^(\d+(?:\.\d+)?)(d|h|m)$/;
const UNITS = { d: 'DAY', h: 'HOUR', m: 'MINUTE' } as const;

/** Parses `3d`, `4h`, `1m` (working days, hours, minutes). Throws DomainError DURATION_INVALID. */
export function parseWorkingDuration(text: string): WorkingDuration {
  const match = DURATION.exec(text);
  if (!match) throw new DomainError('DURATION_INVALID', { value: text.slice(0, 20) });
  return { amount: Number(match[1]), unit: UNITS[match[2] as 'd' | 'h' | 'm'] };
}

/** A make-up day wins over the week, a holiday wins over everything. */
export function isWorkingDay(calendar: WorkingCalendar, date: LocalDate): boolean {
  if (calendar.holidays.has(date)) return false;
  return calendar.makeUpDays.has(date) || weekdayOf(date) <= 5;
}

/** The first working day on or after `date`. */
export function nextWorkingDay(calendar: WorkingCalendar, date: LocalDate): LocalDate {
  let day = date;
  for (let step = 0; !isWorkingDay(calendar, day); step++) {
    invariant(step < LONGEST_CLOSURE_DAYS, `no working day within ${LONGEST_CLOSURE_DAYS} days of ${date}`);
    day = addDays(day, 1);
  }
  return day;
}

/** Milliseconds of working time in a duration: a day is one full working day of the calendar. */
export function workingMs(calendar: WorkingCalendar, duration: WorkingDuration): number {
  const perUnit = { MINUTE: MINUTE_MS, HOUR: 60 * MINUTE_MS, DAY: dayLengthMs(calendar) }[duration.unit];
  return Math.round(duration.amount * perUnit);
}

/** The instant at which `ms` of working time have passed since `start`; outside working hours the time stands still. */
export function addWorkingMs(calendar: WorkingCalendar, start: Date, ms: number): Date {
  invariant(ms >= 0, 'working time runs forward');
  let rest = ms;
  let day = nextWorkingDay(calendar, businessDateOf(start));
  let from = Math.max(start.getTime(), instantOf(day).getTime());
  for (;;) {
    for (const span of spansOn(calendar, day)) {
      const begin = Math.max(from, span.from);
      if (begin > span.to) continue;
      if (rest <= span.to - begin) return new Date(begin + rest);
      rest -= span.to - begin;
    }
    day = nextWorkingDay(calendar, addDays(day, 1));
    from = instantOf(day).getTime();
  }
}

/** `addWorkingMs` for a duration. */
export function addWorkingTime(calendar: WorkingCalendar, start: Date, duration: WorkingDuration): Date {
  return addWorkingMs(calendar, start, workingMs(calendar, duration));
}

/** Working milliseconds between two instants; 0 when `to` is not after `from`. */
export function workingMsBetween(calendar: WorkingCalendar, from: Date, to: Date): number {
  let total = 0;
  for (let day = businessDateOf(from); day <= businessDateOf(to); day = addDays(day, 1)) {
    if (!isWorkingDay(calendar, day)) continue;
    for (const span of spansOn(calendar, day)) {
      total += Math.max(0, Math.min(span.to, to.getTime()) - Math.max(span.from, from.getTime()));
    }
  }
  return total;
}

function spansOn(calendar: WorkingCalendar, day: LocalDate): { from: number; to: number }[] {
  return calendar.hours.map((span) => ({ from: instantOf(day, span.from).getTime(), to: instantOf(day, span.to).getTime() }));
}

function dayLengthMs(calendar: WorkingCalendar): number {
  const day = businessDateOf(new Date(0));
  const length = spansOn(calendar, day).reduce((total, span) => total + span.to - span.from, 0);
  invariant(length > 0, 'a calendar needs working hours');
  return length;
}
