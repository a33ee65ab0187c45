import { Injectable } from '@nestjs/common';
import { EntityLoader } from '@weilend/graphql';
import type { TrainingPlan } from '../domain/plan/training-plan.js';
import type { TrainingSession } from '../domain/session/training-session.js';
import { TrainingQueries } from '../queries/training.queries.js';

@Injectable()
export class TrainingPlanLoader extends EntityLoader<TrainingPlan> {
  readonly typeName = 'TrainingPlan';

  constructor(private readonly training: TrainingQueries) {
    super();
  }

  protected load(ids: readonly string[]): Promise<readonly TrainingPlan[]> {
    return this.training.plansByIds(ids);
  }
}

@Injectable()
export class TrainingSessionLoader extends EntityLoader<TrainingSession> {
  readonly typeName = 'TrainingSession';

  constructor(private readonly training: TrainingQueries) {
    super();
  }

  protected load(ids: readonly string[]): Promise<readonly TrainingSession[]> {
    return this.training.sessionsByIds(ids);
  }
}
