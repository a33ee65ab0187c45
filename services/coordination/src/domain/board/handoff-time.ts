// The time of a piece of work: pauses are taken out of it, and once it is closed the working time it took is known. Everything here follows from
// the facts of the row and the company calendar.
import { workingMsBetween } from '@weilend/kernel';
import type { WorkingCalendar } from '@weilend/kernel';
import { isRunning } from './handoff.js';
import type { Handoff } from './handoff.js';
import { dueAtOf, shiftLadder } from './ladder.js';

/** Ends the pause that lasts, if one does: deadline and levels not yet fired move by its working time. */
export function endPause(row: Handoff, end: { at: Date; calendar: WorkingCalendar }): Handoff {
  const last = row.pauses.at(-1);
  if (!last || last.to || !row.openedAt || row.deadlineMs === null) return row;
  const to = end.at.getTime() < last.from.getTime() ? last.from : end.at;
  const pausedMs = row.pausedMs + workingMsBetween(end.calendar, last.from, to);
  const time = { openedAt: row.openedAt, deadlineMs: row.deadlineMs, pausedMs };
  return {
    ...row,
    pauses: [...row.pauses.slice(0, -1), { ...last, to }],
    pausedMs,
    dueAt: dueAtOf(end.calendar, time),
    levels: shiftLadder(end.calendar, time, row.levels),
  };
}

/** Recomputes what follows from the facts: the next moment of the ladder and, once closed, the working time it took. */
export function settled(row: Handoff, calendar: WorkingCalendar | null): Handoff {
  const nextLevelAt = isRunning(row) ? (row.levels.find((level) => !level.firedAt)?.at ?? null) : null;
  if (!row.closing || !row.openedAt || !calendar) return { ...row, nextLevelAt };
  const took = workingMsBetween(calendar, row.openedAt, row.closing.at) - row.pausedMs;
  return { ...row, nextLevelAt, workedMs: Math.max(0, took) };
}
