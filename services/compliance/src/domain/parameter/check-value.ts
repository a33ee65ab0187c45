// A number of law or policy is only as good as its form: every service parses the value it decides on, so a value that does not parse must never
// be published. Each unit has its form; calendars and fractions, which are JSON, have theirs by key [1.2].
import { DomainError, parseLocalDate, parseRate, parseWorkingDuration } from '@weilend/kernel';

export const UNITS = ['WORKING_TIME', 'RATE', 'FEN', 'COUNT', 'DAYS', 'JSON', 'TEXT'] as const;
export type ParameterUnit = (typeof UNITS)[number];

const WHOLE = /^(0|[1-9]\d{0,14})$/;
const CLOCK_TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const LONGEST_TEXT = 20_000;

type Check = (value: unknown) => string | null;

/** JSON keys with a shape that services rely on. */
const shapes: Readonly<Record<string, Check>> = {
  'calendar.holidays': dates,
  'calendar.make-up-days': dates,
  'calendar.hours': workingHours,
  'committee.quorum': fraction,
  'committee.majority': fraction,
  'collection.quiet-hours': clockSpan,
  'collection.arrears-steps': risingDays,
};

/** Throws PARAMETER_VALUE_INVALID. */
export function checkValue(key: string, unit: ParameterUnit, value: string): void {
  const problem = value.length > LONGEST_TEXT ? `longer than ${LONGEST_TEXT} characters` : problemOf(key, unit, value);
  if (problem) throw new DomainError('PARAMETER_VALUE_INVALID', { value: value.slice(0, 60), unit, problem }, 'value');
}

function problemOf(key: string, unit: ParameterUnit, value: string): string | null {
  if (unit === 'JSON') return jsonProblem(key, value);
  if (unit === 'TEXT') return value.trim() === '' ? 'it is empty' : null;
  if (unit === 'WORKING_TIME') return parses(() => parseWorkingDuration(value)) ? null : 'write 3d, 4h or 30m';
  if (unit === 'RATE') return parses(() => parseRate(value)) ? null : 'write a decimal fraction, e.g. 0.12';
  return WHOLE.test(value) ? null : 'write a whole number';
}

function jsonProblem(key: string, value: string): string | null {
  const parsed = parseJson(value);
  if (parsed === undefined) return 'it is not JSON';
  return shapes[key]?.(parsed) ?? null;
}

function parseJson(value: string): unknown {
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return undefined;
  }
}

function dates(value: unknown): string | null {
  if (!Array.isArray(value)) return 'write a list of dates';
  const bad = value.find((date) => typeof date !== 'string' || !parses(() => parseLocalDate(date)));
  if (bad !== undefined) return `${JSON.stringify(bad)} is not a date`;
  return new Set(value).size === value.length ? null : 'a date is listed twice';
}

function workingHours(value: unknown): string | null {
  if (!Array.isArray(value) || value.length === 0) return 'write a list of {from, to}';
  const times = value.flatMap((span: { from?: unknown; to?: unknown } | null) => [span?.from, span?.to]);
  if (!times.every((time) => typeof time === 'string' && CLOCK_TIME.test(time))) return 'times are HH:MM';
  return times.every((time, index) => index === 0 || String(times[index - 1]) < String(time)) ? null : 'times must rise';
}

/** Over midnight when it ends before it begins. */
function clockSpan(value: unknown): string | null {
  const { from, to } = (value ?? {}) as { from?: unknown; to?: unknown };
  const isTime = (time: unknown): boolean => typeof time === 'string' && CLOCK_TIME.test(time);
  return isTime(from) && isTime(to) && from !== to ? null : 'write {"from": "HH:MM", "to": "HH:MM"} with two different times';
}

/** Whole days from 1, each more than the one before; none at all is a ladder without steps. */
function risingDays(value: unknown): string | null {
  if (!Array.isArray(value)) return 'write a list of days, e.g. [1, 8, 31]';
  const whole = value.every((days) => Number.isSafeInteger(days) && (days as number) >= 1);
  return whole && value.every((days, index) => index === 0 || value[index - 1] < days) ? null : 'days are whole numbers from 1 that rise';
}

function fraction(value: unknown): string | null {
  const { numerator, denominator } = (value ?? {}) as { numerator?: unknown; denominator?: unknown };
  const whole = [numerator, denominator].every((part) => Number.isSafeInteger(part) && (part as number) >= 1);
  return whole && (numerator as number) <= (denominator as number) ? null : 'write {"numerator": n, "denominator": d} with 1 <= n <= d';
}

function parses(parse: () => unknown): boolean {
  try {
    parse();
    return true;
  } catch (error) {
    if (error instanceof DomainError) return false;
    throw error;
  }
}
