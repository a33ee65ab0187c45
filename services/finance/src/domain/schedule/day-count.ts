import { addMonths, daysBetween, daysInYear, invariant } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import type { Period } from './periods.js';
import type { DayCount, PeriodUnit } from './terms.js';

// The share of a year that a period is (计息基础). Interest of a period is balance x yearly rate x this share, rounded once. Which
// count is used is written in the product, the contract and the schedule; they give different money for the same days.

/** `parts / base` of a year, both whole. */
export interface YearShare {
  readonly parts: number;
  readonly base: number;
}

/** Periods in a year by PERIODIC: 12 months, 52 weeks, 365 days. */
export const PER_YEAR = { MONTH: 12, WEEK: 52, DAY: 365 } as const satisfies Record<PeriodUnit, number>;

const BASES = { ACTUAL_360: 360, ACTUAL_364: 364, ACTUAL_365: 365 } as const;
const COMMON_YEAR = 365;
const LEAP_YEAR = 366;
const DAYS_OF_MONTH = 30;

/**
 * Share of a year of a period. PERIODIC: the units of the terms over the units of a year, whatever the days, also in a broken first
 * period. THIRTY_360: 30 days a whole month; a broken period of months counts its whole months and the days that are left. ACTUAL_*: the
 * days over a year of that length, also in leap years for ACTUAL_365. ACTUAL_ACTUAL: each day of the period (from the day after its
 * start through its due day) is a day of its own calendar year.
 */
export function yearShare(dayCount: DayCount, period: Period, step: { unit: PeriodUnit; every: number }): YearShare {
  if (dayCount === 'PERIODIC') return { parts: period.units ?? step.every, base: PER_YEAR[step.unit] };
  if (dayCount === 'THIRTY_360') return { parts: days30(period, step.unit), base: 360 };
  return shareOfDays(dayCount, period);
}

/** Share of a year between two days that are no period of a schedule: interest up to the day of an early repayment. */
export function shareOfDays(dayCount: DayCount, { startOn, dueOn }: Pick<Period, 'startOn' | 'dueOn'>): YearShare {
  const days = daysBetween(startOn, dueOn);
  invariant(days >= 0, 'interest runs forward');
  if (dayCount === 'ACTUAL_ACTUAL') return byCalendarYear(startOn, dueOn);
  if (dayCount === 'THIRTY_360') return { parts: monthsAndDays(startOn, dueOn), base: 360 };
  // 日利率 = 年利率 / 360: what Chinese contracts take for single days where a period is a share of the year.
  return { parts: days, base: dayCount === 'PERIODIC' ? 360 : BASES[dayCount] };
}

function days30({ startOn, dueOn, days, units }: Period, unit: PeriodUnit): number {
  if (unit !== 'MONTH') return days;
  return units === null ? monthsAndDays(startOn, dueOn) : units * DAYS_OF_MONTH;
}

/** 30 days for each whole month from `startOn`, and the days that are left. */
function monthsAndDays(startOn: LocalDate, dueOn: LocalDate): number {
  const apart = (yearOf(dueOn) - yearOf(startOn)) * 12 + Number(dueOn.slice(5, 7)) - Number(startOn.slice(5, 7));
  const months = addMonths(startOn, apart) > dueOn ? apart - 1 : apart;
  return months * DAYS_OF_MONTH + daysBetween(addMonths(startOn, months), dueOn);
}

function byCalendarYear(startOn: LocalDate, dueOn: LocalDate): YearShare {
  let common = 0;
  let leap = 0;
  for (let year = yearOf(startOn); year <= yearOf(dueOn); year++) {
    const from = year === yearOf(startOn) ? startOn : (`${year - 1}-12-31` as LocalDate);
    const to = year === yearOf(dueOn) ? dueOn : (`${year}-12-31` as LocalDate);
    if (daysInYear(year) === LEAP_YEAR) leap += daysBetween(from, to);
    else common += daysBetween(from, to);
  }
  return { parts: common * LEAP_YEAR + leap * COMMON_YEAR, base: COMMON_YEAR * LEAP_YEAR };
}

const yearOf = (date: LocalDate): number => Number(date.slice(0, 4));
