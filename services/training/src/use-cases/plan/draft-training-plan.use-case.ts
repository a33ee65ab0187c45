import { Injectable } from '@nestjs/common';
import { DomainError, newId } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { draftPlan } from '../../domain/plan/training-plan.js';
import { TrainingPlans } from '../../persistence/plan/training-plan.repository.js';
import { PlanDesk } from './plan-desk.js';
import type { PlanText } from './plan-desk.js';

export interface DraftTrainingPlanRequest extends PlanText {
  readonly requestKey?: string | null;
  readonly year: number;
}

/** Drafts the one plan of a year from what the departments found and what the manager sees [6.1]. */
@Injectable()
export class DraftTrainingPlan {
  constructor(
    private readonly work: UnitOfWork,
    private readonly plans: TrainingPlans,
    private readonly desk: PlanDesk,
  ) {}

  execute(actor: Actor, input: DraftTrainingPlanRequest): Promise<string> {
    return this.work.once({ operation: 'draft-training-plan', actor, input }, async (tx) => {
      const { year } = input;
      const plan = draftPlan({ id: newId('tpl'), year, ...(await this.desk.contentOf({ year }, input, tx)) });
      // Of two drafts at once the unique index lets one through; the other runs again and is told here.
      if (await this.plans.ofYear(year, tx)) throw new DomainError('PLAN_EXISTS', { year }, 'year');
      return (await this.plans.insert(plan, tx)).id;
    });
  }
}
