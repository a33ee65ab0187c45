import { addDays, DomainError } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { LEVELS } from './ladder.js';
import type { Level } from './ladder.js';

/**
 * Where a person of the sales department stands on the career ladder, since when and how he came there [5.7, 6.10], and when his next talk with his
 * superior is due [6.12]. One row a person; a promotion, an appointment or a correction adds to its history and takes nothing away.
 */
export interface LevelEntry {
  readonly level: Level;
  readonly since: LocalDate;
  readonly cause: LevelCause;
  /** The promotion, or what hr said of a first level. */
  readonly note: string | null;
  readonly by: string;
}

export const LEVEL_CAUSES = ['HIRED', 'FIRST_LEVEL', 'PROMOTED', 'APPOINTED', 'STEPPED_DOWN'] as const;
/** Came with the role, was set by hr as the first one, promoted, appointed as manager, or no manager any more. */
export type LevelCause = (typeof LEVEL_CAUSES)[number];

export interface Standing {
  /** The employee's. */
  readonly id: string;
  readonly version: number;
  readonly level: Level;
  readonly since: LocalDate;
  readonly history: readonly LevelEntry[];
  /** The first level that one person asked for and another one is still to confirm; left out or null without one. */
  readonly asked?: FirstLevelAsked | null;
  /** False for who left or is not in sales any more: nobody owes him a talk. */
  readonly active: boolean;
  /** Who talks with him; null when nobody leads him, then hr does. */
  readonly managerId: string | null;
  readonly lastTalkOn: LocalDate | null;
  /** Null while inactive. */
  readonly talkDueOn: LocalDate | null;
  /** What the superior is told of next, and from which day on; null when there is nothing more to tell until the next talk. */
  readonly notice: TalkNotice | null;
  readonly noticeOn: LocalDate | null;
}

/** Said by hr, or at the hiring by who hired. */
export interface FirstLevelAsked {
  readonly level: Level;
  readonly reason: string;
  readonly by: string;
}

export type TalkNotice = 'COMING' | 'OVERDUE';

/** What the career desk needs to know of an employee. */
export interface Placed {
  readonly id: string;
  readonly roles: readonly string[];
  readonly active: boolean;
  readonly managerId: string | null;
}

/** Days between two talks, and of warning before one. */
export interface TalkRhythm {
  readonly intervalDays: number;
  readonly reminderDays: number;
}

const SALES_ROLES: readonly string[] = ['salesperson', 'sales-manager'];

/** True for who has a place on the ladder. */
export const isOnLadder = (employee: Pick<Placed, 'roles'>): boolean => employee.roles.some((role) => SALES_ROLES.includes(role));

/** The level that a person begins with: the manager's comes with the role, everybody else is a trainee until two people say more. */
export const firstLevel = (employee: Pick<Placed, 'roles'>): Level => (employee.roles.includes('sales-manager') ? 'MANAGER' : 'TRAINEE');

/** What was said at the hiring of a person with experience: one person's word, which another one confirms; null without any. */
export function askedAtHiring(employee: Pick<Placed, 'roles'> & { readonly level: string | null }, by: string): FirstLevelAsked | null {
  const level = LEVELS.find((one) => one === employee.level && one !== 'MANAGER' && one !== 'TRAINEE');
  return level && firstLevel(employee) === 'TRAINEE' ? { level, reason: 'said at the hiring', by } : null;
}

/** The first row of a person: the level of his role since he was hired, his first talk due after one interval from then or from today. */
export function beginStanding(
  employee: Placed,
  of: { since: LocalDate; level: Level; by: string; today: LocalDate; rhythm: TalkRhythm; asked?: FirstLevelAsked | null },
): Standing {
  const { since, level, by, today, rhythm, asked = null } = of;
  const entry: LevelEntry = { level, since, cause: 'HIRED', note: null, by };
  const begun = { id: employee.id, version: 0, level, since, history: [entry], asked, lastTalkOn: null };
  return follow({ ...begun, active: false, managerId: null, talkDueOn: null, notice: null, noticeOn: null }, employee, {
    by,
    today,
    rhythm,
  });
}

/** The row after the person was moved, led by somebody else, appointed manager or let go; a returning person's talks begin anew. */
export function follow(standing: Standing, employee: Placed, of: { by: string; today: LocalDate; rhythm: TalkRhythm }): Standing {
  const active = employee.active && isOnLadder(employee);
  const moved = active ? withRole(standing, employee, of) : standing;
  const next = { ...moved, active, managerId: employee.managerId };
  if (!active) return { ...next, talkDueOn: null, notice: null, noticeOn: null };
  return standing.active ? next : schedule(next, of.today, of.rhythm);
}

/** One more entry: the person stands on `level` from that day on. */
export function moveTo(standing: Standing, entry: LevelEntry): Standing {
  return { ...standing, level: entry.level, since: entry.since, history: [...standing.history, entry], asked: null };
}

/**
 * hr says what a person who comes with experience begins as: one asks, another one confirms. Only the first level may be set, and not by the person; the
 * manager's goes with the role, and after a quarter was closed for him, or another step taken, only a promotion moves him.
 */
export function askFirstLevel(standing: Standing, asked: FirstLevelAsked, closedQuarters: number): Standing {
  const { level, reason, by } = asked;
  checkFirstLevel(standing, by, closedQuarters);
  if (level === 'MANAGER' || standing.level === 'MANAGER') throw new DomainError('LEVEL_NEEDS_APPOINTMENT', {}, 'level');
  if ([...reason.trim()].length < LEAST_REASON) throw new DomainError('CAREER_TEXT_TOO_SHORT', { least: LEAST_REASON }, 'reason');
  return { ...standing, asked: { level, reason: reason.trim(), by } };
}

/** `level` is the one that was read. Throws FIRST_LEVEL_NOT_ASKED, FIRST_LEVEL_SAME_PERSON, or as the asking. */
export function confirmFirstLevel(standing: Standing, of: { level: Level; by: string; closedQuarters: number }): Standing {
  const { level, by, closedQuarters } = of;
  const asked = standing.asked ?? null;
  checkFirstLevel(standing, by, closedQuarters);
  if (asked?.level !== level) throw new DomainError('FIRST_LEVEL_NOT_ASKED', { level }, 'level');
  if (asked.by === by) throw new DomainError('FIRST_LEVEL_SAME_PERSON', {}, 'employeeId');
  return moveTo(standing, { level, since: standing.since, cause: 'FIRST_LEVEL', note: asked.reason, by });
}

function checkFirstLevel(standing: Standing, by: string, closedQuarters: number): void {
  if (by === standing.id) throw new DomainError('OWN_LEVEL');
  if (standing.history.some(({ cause }) => cause !== 'HIRED') || closedQuarters > 0)
    throw new DomainError('FIRST_LEVEL_SETTLED', { level: standing.level });
}

type Rung = Pick<Placed, 'roles' | 'active'> & { readonly level: string | null };

/**
 * A change of a person who sells leaves him where he stands on the ladder: level and manager's role go by promotion. Who comes to sales for the first time
 * is given a level as at a hiring, and an administrator may appoint the manager. Throws LEVEL_BY_PROMOTION, SALES_MANAGER_BY_PROMOTION or
 * LEVEL_NEEDS_APPOINTMENT.
 */
export function checkRung(
  before: Rung | null,
  after: Rung,
  known: { standing: Pick<Standing, 'level'> | null; administrates: boolean },
): void {
  if (!after.active || !isOnLadder(after)) return;
  const { standing, administrates } = known;
  const sold = before !== null && before.active && isOnLadder(before);
  const leads = after.roles.includes('sales-manager');
  const risen = leads && !(sold && before.roles.includes('sales-manager'));
  if (risen && (sold || standing) && standing?.level !== 'MANAGER' && !administrates)
    throw new DomainError('SALES_MANAGER_BY_PROMOTION', {}, 'roles');
  if (after.level === null || (sold && after.level === before.level) || after.level === standing?.level) return;
  if (sold || standing) throw new DomainError('LEVEL_BY_PROMOTION', { level: standing?.level ?? before?.level ?? '-' }, 'level');
  if (after.level === 'MANAGER' && !leads) throw new DomainError('LEVEL_NEEDS_APPOINTMENT', {}, 'level');
}

/** The next talk is due one interval after a day. */
export function schedule(standing: Standing, from: LocalDate, { intervalDays, reminderDays }: TalkRhythm): Standing {
  const talkDueOn = addDays(from, intervalDays);
  return { ...standing, talkDueOn, notice: 'COMING', noticeOn: addDays(talkDueOn, -Math.min(reminderDays, intervalDays)) };
}

/** What is told next after a notice: the coming talk is named once, the overdue one once more. */
export function afterNotice(standing: Standing): Standing {
  if (standing.notice === 'COMING' && standing.talkDueOn !== null)
    return { ...standing, notice: 'OVERDUE', noticeOn: addDays(standing.talkDueOn, 1) };
  return { ...standing, notice: null, noticeOn: null };
}

const LEAST_REASON = 5;

function withRole(standing: Standing, employee: Placed, { by, today }: { by: string; today: LocalDate }): Standing {
  const leads = employee.roles.includes('sales-manager');
  if (leads === (standing.level === 'MANAGER')) return standing;
  if (leads) return moveTo(standing, { level: 'MANAGER', since: today, cause: 'APPOINTED', note: null, by });
  // Back to what he was before he led; who was hired as manager goes on as a salesperson.
  const before = standing.history.findLast(({ level }) => level !== 'MANAGER')?.level ?? 'SALESPERSON';
  return moveTo(standing, { level: before, since: today, cause: 'STEPPED_DOWN', note: null, by });
}
