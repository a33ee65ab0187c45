import { Injectable } from '@nestjs/common';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { publishPlan } from '../../domain/plan/training-plan.js';
import { TrainingPlans } from '../../persistence/plan/training-plan.repository.js';
import { PlanDesk } from './plan-desk.js';

export interface PublishTrainingPlanRequest {
  readonly requestKey?: string | null;
  readonly planId: string;
}

/** Publishes a plan that lacks no topic, with what the departments had found by then [6.2]. */
@Injectable()
export class PublishTrainingPlan {
  constructor(
    private readonly work: UnitOfWork,
    private readonly plans: TrainingPlans,
    private readonly desk: PlanDesk,
  ) {}

  execute(actor: Actor, input: PublishTrainingPlanRequest): Promise<string> {
    return this.work.once({ operation: 'publish-training-plan', actor, input }, async (tx) => {
      const plan = await this.plans.get(input.planId, tx);
      const published = publishPlan({ ...plan, findings: await this.desk.foundFor(plan.year, tx) });
      return (await this.plans.save(published, tx)).id;
    });
  }
}
