// Regular communication between departments (定期沟通机制): who meets, how often, at what hour and about what. Each meeting of a series is convened
// some working days ahead as an ordinary meeting of the people who lead the departments at that time.
import { addMs, addWorkingMs, DomainError, workingMsBetween } from '@weilend/kernel';
import type { Department, LocalDate, WorkingCalendar } from '@weilend/kernel';
import { instantAtMinute, minutesOf } from '../calendar/minute-of-day.js';
import type { MajorMatter } from '../meetings/major-matter.js';
import type { MeetingSlot } from '../meetings/meeting-slot.js';
import { seriesMachine } from './meeting-series.machine.js';
import type { SeriesState } from './meeting-series.machine.js';
import { checkRecurrence, nextOccurrence } from './recurrence.js';
import type { Occurrence, Recurrence } from './recurrence.js';

export interface MeetingSeries {
  readonly id: string;
  readonly version: number;
  readonly state: SeriesState;
  readonly title: string;
  readonly agenda: readonly string[];
  readonly departments: readonly Department[];
  readonly recurrence: Recurrence;
  /** `HH:MM` in Shanghai. */
  readonly startTime: string;
  readonly durationMinutes: number;
  readonly activeFrom: LocalDate;
  /** Last date by the rule; null for a series without an end. */
  readonly activeUntil: LocalDate | null;
  readonly startedBy: string;
  readonly startedAt: Date;
  readonly endedAt: Date | null;
  readonly endedReason: string | null;
  /** The last date by the rule that was convened or had passed; null before the first. */
  readonly doneThrough: LocalDate | null;
}

export type SeriesPlan = Omit<MeetingSeries, 'version' | 'state' | 'endedAt' | 'endedReason' | 'doneThrough'>;

const MINUTE_MS = 60_000;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Throws MEETING_DEPARTMENTS_TOO_FEW, SERIES_INVALID, SERIES_RECURRENCE_INVALID, SERIES_OUTSIDE_WORKING_HOURS. */
export function startSeries(plan: SeriesPlan, calendar: WorkingCalendar, today: LocalDate): MeetingSeries {
  const departments = [...new Set(plan.departments)];
  if (departments.length < 2) throw new DomainError('MEETING_DEPARTMENTS_TOO_FEW', { count: departments.length }, 'departments');
  const title = plan.title.trim();
  if (title === '') throw new DomainError('SERIES_INVALID', { problem: 'it needs a title' }, 'title');
  if (plan.activeFrom < today) throw new DomainError('SERIES_INVALID', { problem: `${plan.activeFrom} is past` }, 'activeFrom');
  if (plan.activeUntil && plan.activeUntil < plan.activeFrom)
    throw new DomainError('SERIES_INVALID', { problem: 'it ends before it begins' }, 'activeUntil');
  checkRecurrence(plan.recurrence);
  checkHours(plan, calendar);
  return { ...plan, title, departments, version: 0, state: 'ACTIVE', endedAt: null, endedReason: null, doneThrough: null };
}

/** Throws REASON_MISSING, ILLEGAL_TRANSITION. */
export function endSeries(series: MeetingSeries, end: { reason: string; at: Date }): MeetingSeries {
  const state = seriesMachine.next(series.state, 'end');
  const endedReason = end.reason.trim();
  if (endedReason === '') throw new DomainError('REASON_MISSING', { act: 'ending a series of meetings' }, 'reason');
  return { ...series, state, endedReason, endedAt: end.at };
}

/** What comes next by rule and calendar; null when the series has ended or its last date has passed. */
export function comingOccurrence(series: MeetingSeries, calendar: WorkingCalendar): Occurrence | null {
  if (series.state === 'ENDED') return null;
  const dates = { activeFrom: series.activeFrom, after: series.doneThrough };
  const next = nextOccurrence(series.recurrence, dates, calendar);
  return series.activeUntil && next.nominalOn > series.activeUntil ? null : next;
}

export interface DueOccurrence {
  readonly series: MeetingSeries;
  /** Null for a meeting whose hour had passed before it could be convened: it is left out. */
  readonly slot: MeetingSlot | null;
  readonly occurrence: Occurrence;
}

/** The next occurrence when its meeting begins within `aheadMs` of working time, with the series behind it; null when none is due. */
export function dueOccurrence(series: MeetingSeries, calendar: WorkingCalendar, due: { now: Date; aheadMs: number }): DueOccurrence | null {
  const occurrence = comingOccurrence(series, calendar);
  if (!occurrence) return null;
  const startsAt = instantAtMinute(occurrence.on, minutesOf(series.startTime));
  if (startsAt.getTime() > addWorkingMs(calendar, due.now, due.aheadMs).getTime()) return null;
  const slot = { startsAt, endsAt: addMs(startsAt, series.durationMinutes * MINUTE_MS) };
  const passed = startsAt.getTime() < due.now.getTime();
  return { series: { ...series, doneThrough: occurrence.nominalOn }, slot: passed ? null : slot, occurrence };
}

/** The meeting of an occurrence: one per series and date, whatever asks for it how often. */
export function matterOfOccurrence(series: MeetingSeries, occurrence: Occurrence): MajorMatter {
  const { title, agenda, departments } = series;
  const causeKey = `series:${series.id}:${occurrence.nominalOn}`;
  return { cause: 'SERIES', causeKey, title: `${title}（${occurrence.on}）`, agenda, departments, subject: series.id, handoffId: null };
}

function checkHours({ startTime, durationMinutes, activeFrom }: SeriesPlan, calendar: WorkingCalendar): void {
  const wrong = new DomainError('SERIES_OUTSIDE_WORKING_HOURS', { startTime, minutes: durationMinutes }, 'startTime');
  if (!TIME.test(startTime) || !Number.isInteger(durationMinutes) || durationMinutes < 1) throw wrong;
  const everyDay = { ...calendar, holidays: new Set<string>(), makeUpDays: new Set<string>([activeFrom]) };
  const startsAt = instantAtMinute(activeFrom, minutesOf(startTime));
  const lengthMs = durationMinutes * MINUTE_MS;
  if (workingMsBetween(everyDay, startsAt, addMs(startsAt, lengthMs)) !== lengthMs) throw wrong;
}
