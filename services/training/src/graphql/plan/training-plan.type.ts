import { Directive, Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { Permit } from '@weilend/graphql';
import type { TrainingTopic } from '../../domain/plan/training-plan.js';
import { PlanStateEnum, TrainingTopicEnum } from '../enums.type.js';

@ObjectType('PlannedCourse', { description: 'A course that a plan foresees' })
export class PlannedCourseType {
  @Field(() => TrainingTopicEnum)
  readonly topic!: TrainingTopic;

  @Field(() => String)
  readonly title!: string;

  @Field(() => Float)
  readonly hours!: number;
}

@ObjectType('TrainingPlan', { description: 'The training plan of a year (年度培训计划)' })
@Directive('@key(fields: "id")')
@Permit('training.read-plan')
export class TrainingPlanType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => Int)
  readonly year!: number;

  @Field(() => PlanStateEnum)
  readonly state!: string;

  @Field(() => String, { description: 'Why these courses: business needs and situation of the staff' })
  readonly needsAnalysis!: string;

  @Field(() => [PlannedCourseType])
  readonly courses!: PlannedCourseType[];

  @Field(() => [String], { description: 'Improvements of earlier evaluations that the plan takes up' })
  readonly adoptedImprovements!: string[];
}
