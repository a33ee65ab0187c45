import { addDays, addMonths, daysBetween } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import type { ScheduleTerms } from './terms.js';

// The periods of a loan (期次): every due day steps from one anchor, the first due day or else the day of payment, so that a loan of the
// 31st falls due on the last day of short months and on the 31st again afterwards. Only the first period can be broken, that is
// shorter or longer than the others, when its due day is named.

export interface Period {
  /** Interest runs from this day, which counts, up to `dueOn`, which does not. */
  readonly startOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly days: number;
  /** Units (months, weeks, days) of a period that is as long as the terms say, else null. */
  readonly units: number | null;
}

type Grid = Pick<ScheduleTerms, 'periods' | 'periodUnit' | 'periodEvery' | 'disbursedOn' | 'firstDueOn' | 'monthEnd'>;

const DAYS_OF = { DAY: 1, WEEK: 7 } as const;

/** The periods in order; `BULLET` is the caller's one period from the first start to the last due day. */
export function periodsOf(grid: Grid): readonly Period[] {
  const made: Period[] = [];
  let startOn = grid.disbursedOn;
  for (let no = 1; no <= grid.periods; no++) {
    const dueOn = dueDayOf(grid, no);
    const broken = no === 1 && isBroken(grid);
    made.push({ startOn, dueOn, days: daysBetween(startOn, dueOn), units: broken ? null : grid.periodEvery });
    startOn = dueOn;
  }
  return made;
}

/** The one period of a loan that is repaid at its end. */
export function wholeTerm(grid: Grid): Period {
  const dueOn = dueDayOf(grid, grid.periods);
  const units = isBroken(grid) ? null : grid.periodEvery * grid.periods;
  return { startOn: grid.disbursedOn, dueOn, days: daysBetween(grid.disbursedOn, dueOn), units };
}

/** True when the named first due day is not one period after payment. */
export function isBroken(grid: Grid): boolean {
  return grid.firstDueOn !== null && grid.firstDueOn !== dueDayOf({ ...grid, firstDueOn: null }, 1);
}

function dueDayOf({ periodUnit, periodEvery, disbursedOn, firstDueOn, monthEnd }: Grid, no: number): LocalDate {
  const steps = (firstDueOn === null ? no : no - 1) * periodEvery;
  const anchor = firstDueOn ?? disbursedOn;
  return periodUnit === 'MONTH' ? addMonths(anchor, steps, monthEnd) : addDays(anchor, steps * DAYS_OF[periodUnit]);
}
