import { DomainError, formatYuan, sumFen } from '@weilend/kernel';
import { courseOf } from './training-plan.js';
import type { PlannedCourse, TrainingPlan, Overspend } from './training-plan.js';

/**
 * The money of the plan: each planned course has its budget, trainings of the course spend it, and nobody spends more unless hr or finance
 * allowed more with a reason. A cancelled training costs nothing. How far the plan has come is counted course by course: how many trainings
 * are planned, were held and were evaluated, and what they cost [6.1].
 */
export interface CourseTally {
  readonly courseNo: number;
  readonly planned: number;
  readonly held: number;
  /** Evaluated or closed. */
  readonly evaluated: number;
  readonly cancelled: number;
  readonly heldHours: number;
  readonly spentFen: number;
}

export interface CourseProgress extends CourseTally {
  readonly course: PlannedCourse;
  /** Budget and what was allowed beyond it. */
  readonly allowedFen: number;
  readonly leftFen: number;
}

/** Trainings of one state of one course, as the database counts them. */
export interface SessionGroup {
  readonly courseNo: number;
  readonly state: string;
  readonly count: number;
  readonly hours: number;
  readonly costFen: number;
}

/** Throws when a training costs more than is left of its course. */
export function checkBudget(plan: TrainingPlan, spending: { courseNo: number | null; costFen: number; spentFen: number }): void {
  const { courseNo, costFen, spentFen } = spending;
  if (costFen === 0) return;
  if (costFen < 0) throw new DomainError('INPUT_INVALID', { problem: 'a training does not cost less than nothing' }, 'cost');
  if (courseNo === null) throw new DomainError('BUDGET_COURSE_MISSING', {}, 'courseNo');
  const leftFen = allowedFen(plan, courseOf(plan, courseNo)) - spentFen;
  if (costFen > leftFen)
    throw new DomainError('BUDGET_EXCEEDED', { courseNo, left: formatYuan(leftFen), cost: formatYuan(costFen) }, 'cost');
}

const LEAST_REASON_LENGTH = 10;

/** More money for a course of a published plan, with who allowed it and why. */
export function allowOverspend(plan: TrainingPlan, more: Overspend): TrainingPlan {
  if (plan.state !== 'PUBLISHED') throw new DomainError('PLAN_NOT_PUBLISHED', { year: plan.year }, 'planId');
  courseOf(plan, more.courseNo);
  if (!(more.amountFen > 0) || [...more.reason.trim()].length < LEAST_REASON_LENGTH)
    throw new DomainError('OVERSPEND_INVALID', {}, 'reason');
  return { ...plan, overspends: [...plan.overspends, { ...more, reason: more.reason.trim() }] };
}

export function allowedFen(plan: TrainingPlan, course: PlannedCourse): number {
  const more = plan.overspends.filter((one) => one.courseNo === course.no).map((one) => one.amountFen);
  return sumFen([course.budgetFen ?? 0, ...more]);
}

/** Every planned course with what became of it, in the order of the plan. */
export function progressOf(plan: TrainingPlan, groups: readonly SessionGroup[]): CourseProgress[] {
  return plan.courses.map((course) => {
    const own = groups.filter((group) => group.courseNo === course.no);
    const count = (...states: string[]): number =>
      own.filter((group) => states.includes(group.state)).reduce((total, group) => total + group.count, 0);
    const alive = own.filter((group) => group.state !== 'CANCELLED');
    const spentFen = sumFen(alive.map((group) => group.costFen));
    const allowed = allowedFen(plan, course);
    return {
      ...{ course, courseNo: course.no, planned: count('PLANNED'), held: count('HELD'), evaluated: count('EVALUATED', 'CLOSED') },
      cancelled: count('CANCELLED'),
      heldHours: alive.filter((group) => group.state !== 'PLANNED').reduce((total, group) => total + group.hours, 0),
      ...{ spentFen, allowedFen: allowed, leftFen: allowed - spentFen },
    };
  });
}
