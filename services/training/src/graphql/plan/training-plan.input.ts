import { Field, Float, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { MutationPayload } from '@weilend/graphql';
import type { TrainingTopic } from '../../domain/plan/training-plan.js';
import { TrainingTopicEnum } from '../enums.type.js';
import { KeyedInput } from '../keyed.input.js';
import { TrainingPlanType } from './training-plan.type.js';

@InputType()
export class PlannedCourseInput {
  @Field(() => TrainingTopicEnum)
  readonly topic!: TrainingTopic;

  @Field(() => String)
  readonly title!: string;

  @Field(() => Float)
  readonly hours!: number;
}

@InputType()
export class DraftTrainingPlanInput extends KeyedInput {
  @Field(() => Int)
  readonly year!: number;

  @Field(() => String)
  readonly needsAnalysis!: string;

  @Field(() => [PlannedCourseInput])
  readonly courses!: PlannedCourseInput[];

  @Field(() => [String], { nullable: true })
  readonly adoptedImprovements?: string[] | null;
}

@InputType()
export class PublishTrainingPlanInput extends KeyedInput {
  @Field(() => ID)
  readonly planId!: string;
}

@ObjectType({ isAbstract: true })
abstract class PlanPayload extends MutationPayload {
  @Field(() => TrainingPlanType, { nullable: true })
  readonly plan?: TrainingPlanType | null;
}

@ObjectType()
export class DraftTrainingPlanPayload extends PlanPayload {}

@ObjectType()
export class PublishTrainingPlanPayload extends PlanPayload {}
