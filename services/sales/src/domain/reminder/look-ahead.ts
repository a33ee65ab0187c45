import { addDays, nextWorkingDay } from '@weilend/kernel';
import type { LocalDate, WorkingCalendar } from '@weilend/kernel';

// Somebody's day shows what is owed today and what comes due soon: until the end of the second working day after it, so that on a Friday the Monday and the
// Tuesday are seen, and before a long holiday the first two days after it.

const WORKING_DAYS_AHEAD = 2;

/** The first day that a day does not look ahead to. */
export function lookAheadEnd(calendar: WorkingCalendar, today: LocalDate): LocalDate {
  let end = addDays(today, 1);
  for (let day = 0; day < WORKING_DAYS_AHEAD; day += 1) end = addDays(nextWorkingDay(calendar, end), 1);
  return end;
}
