import { addMonths, daysBetween } from '@weilend/kernel';
import type { LocalDate, MonthEnd } from '@weilend/kernel';
import { shareOfDays } from './day-count.js';
import type { YearShare } from './day-count.js';
import type { DayCount } from './terms.js';

// Shares of a year of the periods that are left of a loan by months, when something happened between two due days. The part of a period that has passed
// and the part that is left make up the whole period: a month of a loan by PERIODIC or THIRTY_360 has 30 days for this, and never more is charged than
// the month. All shares of one day-count have one base, so that a level instalment can be computed over them.

export interface RestGrid {
  readonly dayCount: DayCount;
  readonly monthEnd: MonthEnd;
  /** Due day before the running period, or the day on which the schedule begins. */
  readonly periodStartOn: LocalDate;
  /** True when the running period is the first of its schedule, which alone can be broken. */
  readonly isFirst: boolean;
  readonly dueDays: readonly LocalDate[];
}

const DAYS_OF_MONTH = 30;
const MEAN_MONTH_DAYS = 30.4375;

/** One share per due day; the first only of what is left of it from `on`. */
export function restShares(grid: RestGrid, on: LocalDate): readonly YearShare[] {
  const { dayCount, periodStartOn, dueDays } = grid;
  return dueDays.map((dueOn, place) => {
    const startOn = dueDays[place - 1] ?? periodStartOn;
    const isBroken = place === 0 && grid.isFirst && addMonths(startOn, monthsBetween(startOn, dueOn), grid.monthEnd) !== dueOn;
    const whole = isBroken ? shareOfDays(dayCount, { startOn, dueOn }) : wholeShare(dayCount, { startOn, dueOn });
    if (place > 0) return whole;
    const passed = shareOfDays(dayCount, { startOn, dueOn: on });
    return { parts: Math.max(0, whole.parts - passed.parts), base: whole.base };
  });
}

/** A period of whole months, on the base that single days have. */
function wholeShare(dayCount: DayCount, period: { startOn: LocalDate; dueOn: LocalDate }): YearShare {
  if (dayCount !== 'PERIODIC' && dayCount !== 'THIRTY_360') return shareOfDays(dayCount, period);
  return { parts: DAYS_OF_MONTH * monthsBetween(period.startOn, period.dueOn), base: 360 };
}

/** Whole months nearest to the days: due days of short months fall up to three days aside. */
function monthsBetween(from: LocalDate, to: LocalDate): number {
  return Math.round(daysBetween(from, to) / MEAN_MONTH_DAYS);
}
