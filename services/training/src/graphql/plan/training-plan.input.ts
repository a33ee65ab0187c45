import { Field, Float, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Money, MutationPayload } from '@weilend/graphql';
import type { NeedSource } from '../../domain/plan/training-need.js';
import type { TrainingTopic } from '../../domain/plan/training-plan.js';
import { NeedSourceEnum, TrainingTopicEnum } from '../enums.type.js';
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

  @Field(() => Int, { nullable: true, description: 'Of a course that is in the plan already; left out, it is a new one' })
  readonly no?: number | null;

  @Field(() => Money, { name: 'budget', nullable: true, description: 'Money set aside (预算)' })
  readonly budgetFen?: number | null;
}

@InputType()
export class TrainingNeedInput {
  @Field(() => NeedSourceEnum)
  readonly source!: NeedSource;

  @Field(() => TrainingTopicEnum)
  readonly topic!: TrainingTopic;

  @Field(() => String)
  readonly text!: string;
}

@InputType({ isAbstract: true })
abstract class PlanTextInput extends KeyedInput {
  @Field(() => String)
  readonly needsAnalysis!: string;

  @Field(() => [PlannedCourseInput])
  readonly courses!: PlannedCourseInput[];

  @Field(() => [String], { nullable: true, description: 'Only words of improvements that this plan has taken up by adoptImprovements' })
  readonly adoptedImprovements?: string[] | null;

  @Field(() => [TrainingNeedInput], { nullable: true, description: 'What the courses are to answer, each with its source' })
  readonly needs?: TrainingNeedInput[] | null;
}

@InputType()
export class DraftTrainingPlanInput extends PlanTextInput {
  @Field(() => Int)
  readonly year!: number;
}

@InputType()
export class ChangeTrainingPlanInput extends PlanTextInput {
  @Field(() => ID)
  readonly planId!: string;
}

@InputType()
export class ReviseTrainingPlanInput extends PlanTextInput {
  @Field(() => ID)
  readonly planId!: string;

  @Field(() => String)
  readonly reason!: string;
}

@InputType()
export class AllowTrainingOverspendInput extends KeyedInput {
  @Field(() => ID)
  readonly planId!: string;

  @Field(() => Int)
  readonly courseNo!: number;

  @Field(() => Money)
  readonly amount!: number;

  @Field(() => String)
  readonly reason!: string;
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

@ObjectType()
export class ChangeTrainingPlanPayload extends PlanPayload {}

@ObjectType()
export class ReviseTrainingPlanPayload extends PlanPayload {}

@ObjectType()
export class AllowTrainingOverspendPayload extends PlanPayload {}
