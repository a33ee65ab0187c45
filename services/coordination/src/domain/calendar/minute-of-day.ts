// Minutes of a business day: 0 is midnight in Shanghai, 540 is nine in the morning. Meetings begin on them, and the clock of a demonstration
// stops on them.
import { addDays, instantOf } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';

const HOUR = 60;
const DAY = 1_440;

/** Minutes of the day of `HH:MM`. */
export function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * HOUR + minutes;
}

/** The instant of a minute of a day; minute 1440 is the midnight that begins the next one. */
export function instantAtMinute(day: LocalDate, minute: number): Date {
  if (minute >= DAY) return instantAtMinute(addDays(day, 1), minute - DAY);
  const text = (value: number): string => String(value).padStart(2, '0');
  return instantOf(day, `${text(Math.floor(minute / HOUR))}:${text(minute % HOUR)}`);
}
