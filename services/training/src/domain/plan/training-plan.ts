import { DomainError } from '@weilend/kernel';

/**
 * The annual training plan: one per year, made by the sales manager from business needs and the situation of the staff,
 * covering all six topics [6.1, 6.2]. Improvements found in evaluations are adopted by the next plan [6.9].
 */
export const TRAINING_TOPICS = ['INDUSTRY', 'PRODUCT', 'SALES_SKILLS', 'CUSTOMER_SERVICE', 'RISK_MANAGEMENT', 'LAW'] as const;
export type TrainingTopic = (typeof TRAINING_TOPICS)[number];

export interface PlannedCourse {
  readonly topic: TrainingTopic;
  readonly title: string;
  readonly hours: number;
}

export interface TrainingPlan {
  readonly id: string;
  readonly version: number;
  readonly year: number;
  readonly needsAnalysis: string;
  readonly courses: readonly PlannedCourse[];
  /** Improvement items of earlier evaluations that this plan takes up. */
  readonly adoptedImprovements: readonly string[];
  readonly state: 'DRAFT' | 'PUBLISHED';
}

const LEAST_ANALYSIS_LENGTH = 20;

export function draftPlan(facts: Omit<TrainingPlan, 'version' | 'state'>): TrainingPlan {
  if (!Number.isInteger(facts.year) || facts.year < 2000 || facts.year > 2100)
    throw new DomainError('PLAN_YEAR_INVALID', { year: facts.year }, 'year');
  return { ...facts, version: 0, state: 'DRAFT' };
}

/** Publishes a plan that states its needs and lacks no topic; the refusal names the missing ones. */
export function publishPlan(plan: TrainingPlan): TrainingPlan {
  if (plan.state !== 'DRAFT')
    throw new DomainError('ILLEGAL_TRANSITION', { machine: 'training plan', state: plan.state, event: 'publish', allowed: [] });
  if ([...plan.needsAnalysis.trim()].length < LEAST_ANALYSIS_LENGTH) throw new DomainError('PLAN_NEEDS_MISSING', {}, 'needsAnalysis');
  const missing = TRAINING_TOPICS.filter((topic) => !plan.courses.some((course) => course.topic === topic));
  if (missing.length > 0) throw new DomainError('PLAN_TOPICS_MISSING', { topics: missing }, 'courses');
  return { ...plan, state: 'PUBLISHED' };
}
