import { Injectable } from '@nestjs/common';
import { EntityLoader, ListLoader } from '@weilend/graphql';
import type { Actor } from '@weilend/kernel';
import type { CareerPlan } from '../../domain/career/career-plan.js';
import type { CareerTalk } from '../../domain/career/talk.js';
import type { TrainingRequest } from '../../domain/career/training-request.js';
import { CareerQueries } from '../../queries/career/career.queries.js';

@Injectable()
export class CareerPlanLoader extends EntityLoader<CareerPlan> {
  readonly typeName = 'CareerPlan';

  constructor(private readonly careers: CareerQueries) {
    super();
  }

  protected load(ids: readonly string[], actor: Actor): Promise<readonly CareerPlan[]> {
    return this.careers.plansByIds(ids, actor);
  }
}

@Injectable()
export class CareerTalkLoader extends EntityLoader<CareerTalk> {
  readonly typeName = 'CareerTalk';

  constructor(private readonly careers: CareerQueries) {
    super();
  }

  protected load(ids: readonly string[], actor: Actor): Promise<readonly CareerTalk[]> {
    return this.careers.talksByIds(ids, actor);
  }
}

/** Trainings that were asked for, by the sheet, promotion, honour or plan that they are about. */
@Injectable()
export class AskedTrainingsAbout extends ListLoader<TrainingRequest> {
  constructor(private readonly careers: CareerQueries) {
    super();
  }

  protected load(ids: readonly string[], actor: Actor): Promise<readonly (readonly [string, TrainingRequest])[]> {
    return this.careers.requestsAbout(ids, actor);
  }
}
