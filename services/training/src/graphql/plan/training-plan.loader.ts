import { Injectable } from '@nestjs/common';
import { EntityLoader } from '@weilend/graphql';
import type { TrainingPlan } from '../../domain/plan/training-plan.js';
import { TrainingPlanQueries } from '../../queries/plan/training-plan.queries.js';

@Injectable()
export class TrainingPlanLoader extends EntityLoader<TrainingPlan> {
  readonly typeName = 'TrainingPlan';

  constructor(private readonly plans: TrainingPlanQueries) {
    super();
  }

  protected load(ids: readonly string[]): Promise<readonly TrainingPlan[]> {
    return this.plans.byIds(ids);
  }
}
