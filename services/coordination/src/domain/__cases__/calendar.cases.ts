// The calendar that the tables of coordination count by: 7.5 working hours a day, the National Day week of 2026 with its make-up days.
import { parseCalendar } from '../calendar/company-calendar.js';

export const calendarTexts = {
  hours: '[{"from":"09:00","to":"12:00"},{"from":"13:30","to":"18:00"}]',
  holidays: '["2026-10-01","2026-10-02","2026-10-03","2026-10-04","2026-10-05","2026-10-06","2026-10-07","2027-01-01"]',
  makeUpDays: '["2026-09-27","2026-10-10"]',
};
export const calendar = parseCalendar(calendarTexts);
export const rates = { reminderAt: 0.75, level2After: 0.5, level3After: 1 };
export const HOUR_MS = 3_600_000;
export const DAY_MS = 7.5 * HOUR_MS;

/** `2026-11-23 09:00` in Shanghai. */
export function at(text: string): Date {
  return new Date(`${text.replace(' ', 'T')}:00+08:00`);
}

/** The inverse, for readable tables. */
export function shown(instant: Date | null): string | null {
  return instant && new Date(instant.getTime() + 8 * HOUR_MS).toISOString().slice(0, 16).replace('T', ' ');
}
