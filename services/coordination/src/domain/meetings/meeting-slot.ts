// When a meeting that somebody's lateness calls for takes place: in working hours, within one working day, with enough notice to come, and at a
// half hour that the same people do not spend in another meeting when such a one can be found.
import { addDays, addWorkingMs, businessDateOf, DomainError, isWorkingDay, workingMs, workingMsBetween } from '@weilend/kernel';
import type { LocalDate, WorkingCalendar } from '@weilend/kernel';
import { instantAtMinute, minutesOf } from '../calendar/minute-of-day.js';

export interface MeetingSlot {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

const MINUTE_MS = 60_000;
/** Meetings begin at half hours counted from the beginning of a working span. */
const RASTER_MINUTES = 30;
export const MEETING_MINUTES = 60;
const ONE_DAY = { amount: 1, unit: 'DAY' } as const;
/** Working time between the invitation and the meeting. */
const NOTICE_MS = 120 * MINUTE_MS;

/** The first free slot after two hours' notice; when all of them within one working day are taken, the first one. `busy` are other slots of the people. */
export function nextMeetingSlot(calendar: WorkingCalendar, now: Date, busy: readonly MeetingSlot[]): MeetingSlot {
  const latest = addWorkingMs(calendar, now, workingMs(calendar, ONE_DAY));
  const slots = slotsBetween(calendar, addWorkingMs(calendar, now, NOTICE_MS), latest);
  const free = slots.find((slot) => busy.every((other) => !overlaps(slot, other)));
  return free ?? slots[0] ?? unrastered(calendar, now);
}

/** Checks the slot of a planned meeting. Throws MEETING_SLOT_OUTSIDE_WORKING_TIME. */
export function checkPlannedSlot(calendar: WorkingCalendar, slot: MeetingSlot, now: Date): void {
  const lengthMs = slot.endsAt.getTime() - slot.startsAt.getTime();
  const future = slot.startsAt.getTime() >= now.getTime();
  if (future && lengthMs > 0 && workingMsBetween(calendar, slot.startsAt, slot.endsAt) === lengthMs) return;
  throw new DomainError(
    'MEETING_SLOT_OUTSIDE_WORKING_TIME',
    { startsAt: slot.startsAt.toISOString(), minutes: Math.round(lengthMs / MINUTE_MS) },
    'startsAt',
  );
}

function slotsBetween(calendar: WorkingCalendar, from: Date, latest: Date): readonly MeetingSlot[] {
  const slots: MeetingSlot[] = [];
  for (let day = businessDateOf(from); day <= businessDateOf(latest); day = addDays(day, 1)) {
    if (isWorkingDay(calendar, day)) slots.push(...slotsOfDay(calendar, day));
  }
  return slots.filter((slot) => slot.startsAt.getTime() >= from.getTime() && slot.startsAt.getTime() <= latest.getTime());
}

function slotsOfDay(calendar: WorkingCalendar, day: LocalDate): readonly MeetingSlot[] {
  return calendar.hours.flatMap((span) => {
    const slots: MeetingSlot[] = [];
    const last = minutesOf(span.to) - MEETING_MINUTES;
    for (let start = minutesOf(span.from); start <= last; start += RASTER_MINUTES) {
      slots.push({ startsAt: instantAtMinute(day, start), endsAt: instantAtMinute(day, start + MEETING_MINUTES) });
    }
    return slots;
  });
}

/** Working days too short for the raster still get their meeting: at the end of the notice. */
function unrastered(calendar: WorkingCalendar, now: Date): MeetingSlot {
  const startsAt = addWorkingMs(calendar, now, Math.min(NOTICE_MS, workingMs(calendar, ONE_DAY)));
  return { startsAt, endsAt: addWorkingMs(calendar, startsAt, MEETING_MINUTES * MINUTE_MS) };
}

function overlaps(a: MeetingSlot, b: MeetingSlot): boolean {
  return a.startsAt.getTime() < b.endsAt.getTime() && b.startsAt.getTime() < a.endsAt.getTime();
}
