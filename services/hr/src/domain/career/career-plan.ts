import { DomainError, refuseAll } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { LEVELS } from './ladder.js';
import type { Level, TrainingTopic } from './ladder.js';

/**
 * A person's own career plan (个人职业发展规划): which level he wants to reach by when, his goals with their steps, and the topics he wants to learn [6.11].
 * Only he writes it; his superior reads it and comments. One plan at a time; an ended one stays readable.
 */
export interface PlanStep {
  readonly text: string;
  readonly doneOn: LocalDate | null;
}

export interface CareerGoal {
  readonly text: string;
  readonly steps: readonly PlanStep[];
  readonly topics: readonly TrainingTopic[];
}

export interface PlanRemark {
  readonly by: string;
  readonly at: Date;
  readonly text: string;
}

export interface CareerPlan {
  readonly id: string;
  readonly version: number;
  readonly employeeId: string;
  /** The same as `employeeId` while it runs, null afterwards: one running plan a person. */
  readonly openKey: string | null;
  readonly state: 'ACTIVE' | 'ACHIEVED' | 'ENDED';
  readonly targetLevel: Level;
  readonly byWhen: LocalDate;
  readonly goals: readonly CareerGoal[];
  /** Progress, by the person. */
  readonly notes: readonly PlanRemark[];
  /** By superiors. */
  readonly comments: readonly PlanRemark[];
  readonly madeOn: LocalDate;
  readonly endedOn: LocalDate | null;
}

export type PlanContent = Pick<CareerPlan, 'targetLevel' | 'byWhen'> & {
  readonly goals: readonly { readonly text: string; readonly steps: readonly string[]; readonly topics: readonly TrainingTopic[] }[];
};

const LEAST_TEXT = 5;
const MOST_TEXT = 2_000;
const MOST_GOALS = 10;
const MOST_STEPS = 20;
const MOST_REMARKS = 500;

/** A new plan towards a higher level than the person's. */
export function makePlan(id: string, content: PlanContent, of: { employeeId: string; level: Level; today: LocalDate }): CareerPlan {
  check(content, of);
  const { employeeId, today } = of;
  const empty = { version: 0, notes: [], comments: [], endedOn: null, state: 'ACTIVE' as const };
  return { id, employeeId, openKey: employeeId, ...empty, madeOn: today, ...written(content, []) };
}

/** The person writes his plan anew; a step that stands in it as before keeps the day on which it was done. */
export function rewritePlan(
  plan: CareerPlan,
  content: PlanContent,
  of: { employeeId: string; level: Level; today: LocalDate },
): CareerPlan {
  refuseOther(plan, of.employeeId);
  refuseEnded(plan, 'change');
  check(content, of);
  return { ...plan, ...written(content, plan.goals) };
}

/** A step is done on a day up to today. */
export function finishStep(plan: CareerPlan, at: { goal: number; step: number }, of: { employeeId: string; today: LocalDate }): CareerPlan {
  refuseOther(plan, of.employeeId);
  refuseEnded(plan, 'finish-step');
  const step = plan.goals[at.goal]?.steps[at.step];
  if (!step) throw new DomainError('PLAN_STEP_UNKNOWN', { goal: at.goal + 1, step: at.step + 1 }, 'step');
  if (step.doneOn !== null) throw new DomainError('PLAN_STEP_DONE', { doneOn: step.doneOn }, 'step');
  const done = (one: PlanStep, place: number): PlanStep => (place === at.step ? { ...one, doneOn: of.today } : one);
  const goals = plan.goals.map((goal, place) => (place === at.goal ? { ...goal, steps: goal.steps.map(done) } : goal));
  return { ...plan, goals };
}

/** Progress, written by the person himself. */
export function noteProgress(plan: CareerPlan, note: PlanRemark): CareerPlan {
  refuseOther(plan, note.by);
  refuseEnded(plan, 'note-progress');
  return { ...plan, notes: added(plan.notes, note) };
}

/** A superior's word on the plan. */
export function comment(plan: CareerPlan, remark: PlanRemark): CareerPlan {
  if (plan.employeeId === remark.by) throw new DomainError('PLAN_OWN_COMMENT');
  refuseEnded(plan, 'comment');
  return { ...plan, comments: added(plan.comments, remark) };
}

/** The person ends his plan: as achieved once he stands on its level or above, otherwise as ended. */
export function endPlan(plan: CareerPlan, of: { employeeId: string; level: Level; today: LocalDate }): CareerPlan {
  refuseOther(plan, of.employeeId);
  refuseEnded(plan, 'end');
  const achieved = LEVELS.indexOf(of.level) >= LEVELS.indexOf(plan.targetLevel);
  return { ...plan, state: achieved ? 'ACHIEVED' : 'ENDED', openKey: null, endedOn: of.today };
}

function check(content: PlanContent, { level, today }: { level: Level; today: LocalDate }): void {
  const found: DomainError[] = [];
  if (LEVELS.indexOf(content.targetLevel) <= LEVELS.indexOf(level))
    found.push(new DomainError('PLAN_TARGET_NOT_ABOVE', { level }, 'targetLevel'));
  if (content.byWhen <= today) found.push(new DomainError('PLAN_DAY_PAST', { byWhen: content.byWhen }, 'byWhen'));
  if (content.goals.length < 1 || content.goals.length > MOST_GOALS)
    found.push(new DomainError('PLAN_GOALS', { most: MOST_GOALS }, 'goals'));
  for (const [place, goal] of content.goals.entries()) {
    if (!fits(goal.text)) found.push(new DomainError('CAREER_TEXT_TOO_SHORT', { least: LEAST_TEXT }, `goals.${place}.text`));
    if (
      goal.steps.length < 1 ||
      goal.steps.length > MOST_STEPS ||
      !goal.steps.every(fits) ||
      new Set(goal.steps).size !== goal.steps.length
    )
      found.push(new DomainError('PLAN_STEPS', { most: MOST_STEPS }, `goals.${place}.steps`));
    if (new Set(goal.topics).size !== goal.topics.length) found.push(new DomainError('PLAN_TOPIC_TWICE', {}, `goals.${place}.topics`));
  }
  refuseAll(found);
}

function written(
  { targetLevel, byWhen, goals }: PlanContent,
  before: readonly CareerGoal[],
): Pick<CareerPlan, 'targetLevel' | 'byWhen' | 'goals'> {
  const done = new Map(before.flatMap((goal) => goal.steps.map((step) => [`${goal.text}|${step.text}`, step.doneOn] as const)));
  const steps = (goal: PlanContent['goals'][number]): PlanStep[] =>
    goal.steps.map((text) => ({ text, doneOn: done.get(`${goal.text}|${text}`) ?? null }));
  return { targetLevel, byWhen, goals: goals.map((goal) => ({ text: goal.text, topics: goal.topics, steps: steps(goal) })) };
}

function added(remarks: readonly PlanRemark[], remark: PlanRemark): readonly PlanRemark[] {
  if (!fits(remark.text)) throw new DomainError('CAREER_TEXT_TOO_SHORT', { least: LEAST_TEXT }, 'text');
  if (remarks.length >= MOST_REMARKS) throw new DomainError('PLAN_REMARKS_FULL', { most: MOST_REMARKS }, 'text');
  return [...remarks, remark];
}

function fits(text: string): boolean {
  const { length } = [...text.trim()];
  return length >= LEAST_TEXT && length <= MOST_TEXT;
}

/** Another's plan is not his to write. */
function refuseOther(plan: CareerPlan, by: string): void {
  if (plan.employeeId !== by) throw new DomainError('PLAN_NOT_OWN');
}

function refuseEnded(plan: CareerPlan, event: string): void {
  if (plan.state !== 'ACTIVE')
    throw new DomainError('ILLEGAL_TRANSITION', { machine: 'career-plan', state: plan.state, event, allowed: [] });
}
