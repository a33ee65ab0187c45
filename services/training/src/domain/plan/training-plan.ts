import { DomainError, refuseAll } from '@weilend/kernel';
import type { CountedFinding, TrainingNeed } from './training-need.js';

/**
 * The annual training plan: one per year, made by the sales manager from business needs and the situation of the staff,
 * covering all six topics [6.1, 6.2]. Improvements found in evaluations are adopted by the next plan [6.9]. Once it is
 * published it changes only by a revision with a reason, and what stood before stays readable.
 */
export const TRAINING_TOPICS = ['INDUSTRY', 'PRODUCT', 'SALES_SKILLS', 'CUSTOMER_SERVICE', 'RISK_MANAGEMENT', 'LAW'] as const;
export type TrainingTopic = (typeof TRAINING_TOPICS)[number];

export interface PlannedCourse {
  /** Number within the plan; it stays over revisions, and trainings refer to it. */
  readonly no: number;
  readonly topic: TrainingTopic;
  readonly title: string;
  readonly hours: number;
  /** Null while nobody has set money aside: then trainings of the course may not cost anything. */
  readonly budgetFen: number | null;
}

/** A course as it is asked for: without a number it is a new one. */
export type CourseWish = Omit<PlannedCourse, 'no' | 'budgetFen'> & { readonly no?: number | null; readonly budgetFen?: number | null };

/** Money that hr or finance allowed beyond the budget of a course, and why. */
export interface Overspend {
  readonly courseNo: number;
  readonly amountFen: number;
  readonly reason: string;
  readonly allowedBy: string;
  readonly allowedAt: Date;
}

/** What the manager writes. */
export interface PlanContent {
  readonly needsAnalysis: string;
  readonly needs: readonly TrainingNeed[];
  readonly courses: readonly PlannedCourse[];
  /** Improvement items of earlier evaluations that this plan takes up, in their words; never words of the manager's own. */
  readonly adoptedImprovements: readonly string[];
}

export interface TrainingPlan extends PlanContent {
  readonly id: string;
  readonly version: number;
  readonly year: number;
  /** What the departments had found when the plan was drafted, published or revised last: counts only. */
  readonly findings: readonly CountedFinding[];
  /** 1 for the first text; a revision of a published plan adds 1 and keeps the old text. */
  readonly revision: number;
  readonly revisedReason: string | null;
  readonly overspends: readonly Overspend[];
  /** What managers had written beside the improvements, when they could; absent in plans of since. */
  readonly ideas?: readonly string[];
  readonly state: 'DRAFT' | 'PUBLISHED';
}

const LEAST_ANALYSIS_LENGTH = 20;
const LEAST_REASON_LENGTH = 10;
const MOST_COURSE_HOURS = 400;

export interface PlanFacts {
  readonly id: string;
  readonly year: number;
  readonly needsAnalysis: string;
  readonly courses: readonly CourseWish[];
  readonly adoptedImprovements: readonly string[];
  readonly needs?: readonly TrainingNeed[];
  readonly findings?: readonly CountedFinding[];
}

export function draftPlan(facts: PlanFacts): TrainingPlan {
  if (!Number.isInteger(facts.year) || facts.year < 2000 || facts.year > 2100)
    throw new DomainError('PLAN_YEAR_INVALID', { year: facts.year }, 'year');
  const courses = numbered(facts, [], facts.courses);
  const { needs = [], findings = [] } = facts;
  return { ...facts, courses, needs, findings, version: 0, revision: 1, revisedReason: null, overspends: [], state: 'DRAFT' };
}

export type PlanChange = Omit<PlanContent, 'courses'> & {
  readonly courses: readonly CourseWish[];
  readonly findings: readonly CountedFinding[];
};

/** Writes a draft anew; a course that is named by its number stays the same course. */
export function changePlan(plan: TrainingPlan, change: PlanChange): TrainingPlan {
  if (plan.state !== 'DRAFT') throw illegal(plan, 'change', ['revise']);
  return { ...plan, ...change, courses: numbered(plan, plan.courses, change.courses) };
}

/** Publishes a plan that states its needs and lacks no topic; the refusal names the missing ones. */
export function publishPlan(plan: TrainingPlan): TrainingPlan {
  if (plan.state !== 'DRAFT') throw illegal(plan, 'publish', ['revise']);
  checkWhole(plan);
  return { ...plan, state: 'PUBLISHED' };
}

/**
 * A new version of a published plan, which is whole again and published at once. Courses that already have trainings stay in it under
 * their topic. The caller keeps the old version.
 */
export function revisePlan(plan: TrainingPlan, change: PlanChange, why: { reason: string; coursesInUse: readonly number[] }): TrainingPlan {
  if (plan.state !== 'PUBLISHED') throw illegal(plan, 'revise', ['change', 'publish']);
  if ([...why.reason.trim()].length < LEAST_REASON_LENGTH) throw new DomainError('PLAN_REASON_MISSING', {}, 'reason');
  const courses = numbered(plan, plan.courses, change.courses);
  for (const courseNo of why.coursesInUse) {
    const before = plan.courses.find((course) => course.no === courseNo);
    const isKept = courses.some((course) => course.no === courseNo && course.topic === before?.topic);
    if (!isKept) throw new DomainError('PLAN_COURSE_IN_USE', { courseNo }, 'courses');
  }
  const revised = { ...plan, ...change, courses, revision: plan.revision + 1, revisedReason: why.reason.trim() };
  checkWhole(revised);
  return revised;
}

/** The planned course of a number. Throws PLAN_COURSE_UNKNOWN. */
export function courseOf(plan: Pick<TrainingPlan, 'year' | 'courses'>, courseNo: number): PlannedCourse {
  const course = plan.courses.find((one) => one.no === courseNo);
  if (!course) throw new DomainError('PLAN_COURSE_UNKNOWN', { year: plan.year, courseNo }, 'courseNo');
  return course;
}

function checkWhole(plan: TrainingPlan): void {
  if ([...plan.needsAnalysis.trim()].length < LEAST_ANALYSIS_LENGTH) throw new DomainError('PLAN_NEEDS_MISSING', {}, 'needsAnalysis');
  const missing = TRAINING_TOPICS.filter((topic) => !plan.courses.some((course) => course.topic === topic));
  if (missing.length > 0) throw new DomainError('PLAN_TOPICS_MISSING', { topics: missing }, 'courses');
}

/** Named numbers must be of the plan, each once; new courses get the next ones. */
function numbered(plan: { readonly year: number }, before: readonly PlannedCourse[], wishes: readonly CourseWish[]): PlannedCourse[] {
  refuseAll(wishes.filter(isUnfit).map(({ title }) => new DomainError('PLAN_COURSE_INVALID', { title }, 'courses')));
  const named = wishes.flatMap(({ no }) => no ?? []);
  const wrong = named.find((no, place) => !before.some((course) => course.no === no) || named.indexOf(no) !== place);
  if (wrong !== undefined) throw new DomainError('PLAN_COURSE_UNKNOWN', { year: plan.year, courseNo: wrong }, 'courses');
  let last = Math.max(0, ...before.map((course) => course.no));
  return wishes.map(({ no, topic, title, hours, budgetFen }) => ({
    no: no ?? ++last,
    topic,
    title: title.trim(),
    hours,
    budgetFen: budgetFen ?? null,
  }));
}

function isUnfit({ title, hours, budgetFen }: CourseWish): boolean {
  return title.trim() === '' || !(hours > 0) || hours > MOST_COURSE_HOURS || (budgetFen ?? 0) < 0;
}

function illegal(plan: TrainingPlan, event: string, allowed: readonly string[]): DomainError {
  return new DomainError('ILLEGAL_TRANSITION', { machine: 'training plan', state: plan.state, event, allowed });
}
