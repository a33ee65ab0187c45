import { Injectable } from '@nestjs/common';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { changePlan } from '../../domain/plan/training-plan.js';
import { TrainingPlans } from '../../persistence/plan/training-plan.repository.js';
import { PlanDesk } from './plan-desk.js';
import type { PlanText } from './plan-desk.js';

export interface ChangeTrainingPlanRequest extends PlanText {
  readonly requestKey?: string | null;
  readonly planId: string;
}

/** Writes a draft anew, for instance because a topic was missing [6.1, 6.2]. */
@Injectable()
export class ChangeTrainingPlan {
  constructor(
    private readonly work: UnitOfWork,
    private readonly plans: TrainingPlans,
    private readonly desk: PlanDesk,
  ) {}

  execute(actor: Actor, input: ChangeTrainingPlanRequest): Promise<string> {
    return this.work.once({ operation: 'change-training-plan', actor, input }, async (tx) => {
      const plan = await this.plans.get(input.planId, tx);
      const changed = changePlan(plan, await this.desk.contentOf(plan, input, tx));
      return (await this.plans.save(changed, tx)).id;
    });
  }
}
