// The ladder of a late piece of work: the owner is reminded before the deadline, then his manager hears of it, then both managers, then the
// departments meet. The moments run in working time of the company calendar and stand still while the work is paused.
import { addWorkingMs, DomainError } from '@weilend/kernel';
import type { WorkingCalendar } from '@weilend/kernel';

export interface LadderLevel {
  /** 0 reminder, 1 deadline, 2 both managers, 3 meeting. */
  readonly level: number;
  /** Share of the given working time after which it is due; 1 is the deadline. */
  readonly factor: number;
  readonly at: Date;
  readonly firedAt: Date | null;
  readonly notified: readonly string[];
  /** Set when the work turned out to have been done before `at`. */
  readonly withdrawnAt: Date | null;
  readonly meetingId: string | null;
}

/** Parameters escalation.*: fractions of the deadline; level 2 and 3 count from the deadline on. */
export interface EscalationRates {
  readonly reminderAt: number;
  readonly level2After: number;
  readonly level3After: number;
}

export interface LadderTime {
  readonly openedAt: Date;
  readonly deadlineMs: number;
  /** Working time already spent in pauses. */
  readonly pausedMs?: number;
}

/** The four levels with their moments. Throws ESCALATION_INVALID when the rates do not rise. */
export function ladderOf(calendar: WorkingCalendar, time: LadderTime, rates: EscalationRates): readonly LadderLevel[] {
  const factors = [rates.reminderAt, 1, 1 + rates.level2After, 1 + rates.level3After];
  if (!factors.every((factor, place) => Number.isFinite(factor) && factor > (factors[place - 1] ?? 0))) {
    throw new DomainError('ESCALATION_INVALID', {
      reminderAt: rates.reminderAt,
      level2After: rates.level2After,
      level3After: rates.level3After,
    });
  }
  return factors.map((factor, level) => ({
    level,
    factor,
    at: momentOf(calendar, time, factor),
    firedAt: null,
    notified: [],
    withdrawnAt: null,
    meetingId: null,
  }));
}

export function dueAtOf(calendar: WorkingCalendar, time: LadderTime): Date {
  return momentOf(calendar, time, 1);
}

/** Moves the moments that have not fired; what has fired keeps the moment at which it did. */
export function shiftLadder(calendar: WorkingCalendar, time: LadderTime, levels: readonly LadderLevel[]): readonly LadderLevel[] {
  return levels.map((level) => (level.firedAt ? level : { ...level, at: momentOf(calendar, time, level.factor) }));
}

/** Levels whose moment has come and that have not fired; empty for work that is closed or paused. */
export function dueLevels(
  row: { readonly nextLevelAt: Date | null; readonly levels: readonly LadderLevel[] },
  now: Date,
): readonly LadderLevel[] {
  if (!row.nextLevelAt) return [];
  return row.levels.filter((level) => !level.firedAt && level.at.getTime() <= now.getTime());
}

/** Marks a level as fired; one that has fired stays as it was. */
export function fireLevel<Row extends { readonly levels: readonly LadderLevel[]; readonly nextLevelAt: Date | null }>(
  row: Row,
  fired: { level: number; at: Date; notified: readonly string[]; meetingId: string | null },
): Row {
  const levels = row.levels.map((level) =>
    level.level === fired.level && !level.firedAt
      ? { ...level, firedAt: fired.at, notified: fired.notified, meetingId: fired.meetingId }
      : level,
  );
  return { ...row, levels, nextLevelAt: levels.find((level) => !level.firedAt)?.at ?? null };
}

/** Levels that fired although the work had been closed before their moment. */
export function withdrawnBy(levels: readonly LadderLevel[], closedAt: Date): readonly LadderLevel[] {
  return levels.filter((level) => level.firedAt && !level.withdrawnAt && level.at.getTime() > closedAt.getTime());
}

/** Marks levels as taken back. */
export function withdrawLevels(levels: readonly LadderLevel[], withdrawn: readonly LadderLevel[], at: Date): readonly LadderLevel[] {
  const numbers = new Set(withdrawn.map((level) => level.level));
  return levels.map((level) => (numbers.has(level.level) ? { ...level, withdrawnAt: at } : level));
}

export type LevelState = 'PENDING' | 'FIRED' | 'WITHDRAWN' | 'OVERTAKEN' | 'NOT_NEEDED';

/** How a level stands: OVERTAKEN is due by the true times, but the word that the work was closed came before it could fire. */
export function levelState(level: LadderLevel, closedAt: Date | null): LevelState {
  if (level.withdrawnAt) return 'WITHDRAWN';
  if (level.firedAt) return 'FIRED';
  if (!closedAt) return 'PENDING';
  return level.at.getTime() <= closedAt.getTime() ? 'OVERTAKEN' : 'NOT_NEEDED';
}

function momentOf(calendar: WorkingCalendar, { openedAt, deadlineMs, pausedMs = 0 }: LadderTime, factor: number): Date {
  return addWorkingMs(calendar, openedAt, Math.round(deadlineMs * factor) + pausedMs);
}
