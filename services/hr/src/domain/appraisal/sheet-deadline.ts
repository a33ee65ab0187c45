import type { AppraisalStage, AppraisalStep } from './appraisal.machine.js';
import { cycleOf, lapseSelfView, reviewersOf, stageOf } from './sheet.js';
import type { AppraisalSheet, Due, Escalation, StepNotice } from './sheet.js';

/**
 * The deadlines of a quarter sheet (考核期限提醒) [5.5]: the person owes his self view, his superior the review, somebody who had no part in it the decision of an
 * appeal. Each is told before the time is over, and once more when it is; then those above are told too, and it is written down. A self view that was not made
 * in time is waited for no longer.
 */
const STEP_OF: Partial<Record<AppraisalStage, AppraisalStep>> = {
  OPENED: 'SELF_VIEW',
  SELF_VIEWED: 'REVIEW',
  UNVIEWED: 'REVIEW',
  APPEALED: 'APPEAL_DECISION',
};

/** What is owed on a sheet now; null when nothing is. */
export const stepOf = (sheet: AppraisalSheet): AppraisalStep | null => STEP_OF[stageOf(sheet)] ?? null;

/** What is to be told of a sheet at a moment; null when it is not the time, or nothing is left to tell. */
export function noticeOf(sheet: AppraisalSheet, now: Date): { step: AppraisalStep; level: StepNotice; dueAt: Date } | null {
  const { dueAt, noticeAt } = sheet;
  const step = stepOf(sheet);
  if (!step || !dueAt || !noticeAt || noticeAt >= now) return null;
  return { step, level: dueAt < now ? 'LATE' : 'SOON', dueAt };
}

/** The sheet after that was told; `review` is until when the review is owed should the self view be waited for no longer. */
export function afterNotice(sheet: AppraisalSheet, told: { level: StepNotice } & Escalation, review: Due): AppraisalSheet {
  const { level, ...escalation } = told;
  if (level === 'SOON') return { ...sheet, notice: 'LATE', noticeAt: told.dueAt };
  const cycle = cycleOf(sheet);
  const escalated = {
    ...sheet,
    notice: null,
    noticeAt: null,
    cycle: { ...cycle, escalations: [...(cycle.escalations ?? []), escalation] },
  };
  return told.step === 'SELF_VIEW' ? lapseSelfView(escalated, review) : escalated;
}

/** Somebody of the company as the directory knows him. */
export interface Colleague {
  readonly id: string;
  readonly roles: readonly string[];
  readonly managerId: string | null;
  readonly active: boolean;
}

export interface Told {
  readonly ownerIds: readonly string[];
  /** Those above, who are told when it is late; nobody is told of his own delay as of somebody else's. */
  readonly superiorIds: readonly string[];
}

/** Who owes the step and who stands above him. `staff` are the person, everybody who manages sales or hr or administers, and the superiors of them all. */
export function toldOf(sheet: AppraisalSheet, staff: readonly Colleague[]): Told {
  const active = new Map(staff.filter((one) => one.active).map((one) => [one.id, one]));
  const ownerIds = ownersOf(sheet, active, staff);
  const ownStep = stepOf(sheet) === 'SELF_VIEW';
  const above = (ownStep ? [sheet.employeeId] : ownerIds).flatMap((id) => superiorOf(id, staff));
  const superiors = [...new Set(above)].filter((id) => active.has(id));
  const roles = ownStep ? ['sales-manager', 'hr-manager', 'administrator'] : ['hr-manager', 'administrator'];
  const choices = [superiors, ...roles.map((role) => holding(active, role))];
  return { ownerIds, superiorIds: firstOf(choices, [...ownerIds, sheet.employeeId]) };
}

function ownersOf(sheet: AppraisalSheet, active: ReadonlyMap<string, Colleague>, staff: readonly Colleague[]): readonly string[] {
  const { employeeId } = sheet;
  // Those who may review, or decide an appeal, by their role.
  const [sales, hr] = [holding(active, 'sales-manager'), holding(active, 'hr-manager')];
  if (stepOf(sheet) === 'SELF_VIEW') return active.has(employeeId) ? [employeeId] : [];
  if (stepOf(sheet) === 'APPEAL_DECISION') return firstOf([hr, sales], [...reviewersOf(sheet), employeeId]);
  const own = superiorOf(employeeId, staff).filter((id) => [...sales, ...hr].includes(id));
  return firstOf([own, sales, hr], [employeeId]);
}

const superiorOf = (id: string, staff: readonly Colleague[]): string[] => staff.flatMap((one) => (one.id === id && one.managerId) || []);

const holding = (active: ReadonlyMap<string, Colleague>, role: string): string[] =>
  [...active.values()].filter(({ roles }) => roles.includes(role)).map(({ id }) => id);

function firstOf(choices: readonly (readonly string[])[], without: readonly string[]): readonly string[] {
  return choices.map((ids) => ids.filter((id) => !without.includes(id))).find((ids) => ids.length > 0) ?? [];
}
