// The company calendar as compliance publishes it: working hours, public holidays, make-up days. Three texts of JSON, each dated, from which
// every deadline is counted; a calendar that cannot be read must stop the counting, not bend it.
import { DomainError, parseLocalDate, workingMs } from '@weilend/kernel';
import type { WorkingCalendar, WorkingDuration, WorkingSpan } from '@weilend/kernel';

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

export interface CalendarTexts {
  readonly hours: string;
  readonly holidays: string;
  readonly makeUpDays: string;
}

/** Parses the three parameters. Throws CALENDAR_INVALID naming the one that is wrong. */
export function parseCalendar(texts: CalendarTexts): WorkingCalendar {
  const hours = parseHours(texts.hours);
  return {
    hours,
    holidays: parseDates('calendar.holidays', texts.holidays),
    makeUpDays: parseDates('calendar.make-up-days', texts.makeUpDays),
  };
}

/** Working milliseconds of a deadline; refuses one that is no time at all. */
export function deadlineMsOf(calendar: WorkingCalendar, duration: WorkingDuration): number {
  const ms = workingMs(calendar, duration);
  if (ms <= 0) throw new DomainError('DURATION_INVALID', { value: `${duration.amount}` });
  return ms;
}

function parseHours(text: string): readonly WorkingSpan[] {
  const spans = parseList('calendar.hours', text).map((entry): WorkingSpan => {
    const { from, to } = (entry ?? {}) as { from?: unknown; to?: unknown };
    if (typeof from !== 'string' || typeof to !== 'string' || !TIME.test(from) || !TIME.test(to))
      throw wrong('calendar.hours', 'each span needs from and to as HH:MM');
    if (from >= to) throw wrong('calendar.hours', `${from} is not before ${to}`);
    return { from, to };
  });
  if (spans.length === 0) throw wrong('calendar.hours', 'there are no working hours');
  if (spans.some((span, place) => place > 0 && span.from < (spans[place - 1]?.to ?? '')))
    throw wrong('calendar.hours', 'the spans overlap or are out of order');
  return spans;
}

function parseDates(key: string, text: string): ReadonlySet<string> {
  return new Set(
    parseList(key, text).map((date) => {
      if (typeof date !== 'string') throw wrong(key, 'dates are written YYYY-MM-DD');
      return parseDate(key, date);
    }),
  );
}

function parseDate(key: string, date: string): string {
  try {
    return parseLocalDate(date);
  } catch {
    throw wrong(key, `${date.slice(0, 20)} is not a date`);
  }
}

function parseList(key: string, text: string): readonly unknown[] {
  const parsed = parseJson(key, text);
  if (!Array.isArray(parsed)) throw wrong(key, 'a JSON list is needed');
  return parsed as readonly unknown[];
}

function parseJson(key: string, text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw wrong(key, 'it is not JSON');
  }
}

function wrong(key: string, problem: string): DomainError {
  return new DomainError('CALENDAR_INVALID', { key, problem });
}
