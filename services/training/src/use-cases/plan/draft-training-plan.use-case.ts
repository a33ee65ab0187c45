import { Injectable } from '@nestjs/common';
import { DomainError, newId } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { draftPlan } from '../../domain/plan/training-plan.js';
import type { PlannedCourse } from '../../domain/plan/training-plan.js';
import { TrainingPlans } from '../../persistence/plan/training-plan.repository.js';

export interface DraftTrainingPlanRequest {
  readonly requestKey?: string | null;
  readonly year: number;
  readonly needsAnalysis: string;
  readonly courses: readonly PlannedCourse[];
  readonly adoptedImprovements?: readonly string[] | null;
}

/** Drafts the one plan of a year [6.1]. */
@Injectable()
export class DraftTrainingPlan {
  constructor(
    private readonly work: UnitOfWork,
    private readonly plans: TrainingPlans,
  ) {}

  execute(actor: Actor, input: DraftTrainingPlanRequest): Promise<string> {
    return this.work.once({ operation: 'draft-training-plan', actor, input }, async (tx) => {
      const courses = input.courses.map(({ topic, title, hours }) => ({ topic, title, hours }));
      const { year, needsAnalysis } = input;
      const plan = draftPlan({ id: newId('tpl'), year, needsAnalysis, courses, adoptedImprovements: input.adoptedImprovements ?? [] });
      if (await this.plans.ofYear(year, tx)) throw new DomainError('PLAN_EXISTS', { year }, 'year');
      return (await this.plans.insert(plan, tx)).id;
    });
  }
}
