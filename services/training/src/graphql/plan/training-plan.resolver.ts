import { Args, Context, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { answer, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { TrainingPlanQueries } from '../../queries/plan/training-plan.queries.js';
import { DraftTrainingPlan } from '../../use-cases/plan/draft-training-plan.use-case.js';
import { PublishTrainingPlan } from '../../use-cases/plan/publish-training-plan.use-case.js';
import {
  DraftTrainingPlanInput,
  DraftTrainingPlanPayload,
  PublishTrainingPlanInput,
  PublishTrainingPlanPayload,
} from './training-plan.input.js';
import { TrainingPlanLoader } from './training-plan.loader.js';
import { TrainingPlanType } from './training-plan.type.js';

@Resolver(() => TrainingPlanType)
export class TrainingPlanResolver {
  constructor(
    private readonly written: TrainingPlanQueries,
    private readonly plans: TrainingPlanLoader,
    private readonly draft: DraftTrainingPlan,
    private readonly publish: PublishTrainingPlan,
    private readonly texts: RefusalTexts,
  ) {}

  @Query(() => TrainingPlanType, { nullable: true, description: 'The plan of a year' })
  @Permit('training.read-plan')
  trainingPlan(@Args('year', { type: () => Int }) year: number) {
    return this.written.ofYear(year);
  }

  @Mutation(() => DraftTrainingPlanPayload)
  @Permit('training.draft-plan')
  draftTrainingPlan(@Args('input') input: DraftTrainingPlanInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      plan: await this.plans.byId(context, await this.draft.execute(context.actor, input)),
    }));
  }

  @Mutation(() => PublishTrainingPlanPayload)
  @Permit('training.publish-plan')
  publishTrainingPlan(@Args('input') input: PublishTrainingPlanInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      plan: await this.plans.byId(context, await this.publish.execute(context.actor, input)),
    }));
  }
}
