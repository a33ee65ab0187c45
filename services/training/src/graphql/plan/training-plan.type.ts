import { Directive, Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf, DateTime, Money, Permit } from '@weilend/graphql';
import type { FindingKind, NeedSource } from '../../domain/plan/training-need.js';
import type { TrainingTopic } from '../../domain/plan/training-plan.js';
import { FindingKindEnum, NeedSourceEnum, PlanStateEnum, TrainingTopicEnum } from '../enums.type.js';
import { EmployeeStub } from '../references.type.js';

@ObjectType('PlannedCourse', { description: 'A course that a plan foresees' })
export class PlannedCourseType {
  @Field(() => Int, { nullable: true, description: 'Number within the plan; it stays over revisions, trainings refer to it' })
  readonly no!: number;

  @Field(() => TrainingTopicEnum)
  readonly topic!: TrainingTopic;

  @Field(() => String)
  readonly title!: string;

  @Field(() => Float)
  readonly hours!: number;

  @Field(() => Money, { name: 'budget', nullable: true, description: 'Money set aside (预算)' })
  readonly budgetFen!: number | null;
}

@ObjectType('TrainingNeed', { description: 'A need that the plan answers, and where it comes from (培训需求)' })
export class TrainingNeedType {
  @Field(() => NeedSourceEnum)
  readonly source!: NeedSource;

  @Field(() => TrainingTopicEnum)
  readonly topic!: TrainingTopic;

  @Field(() => String)
  readonly text!: string;
}

@ObjectType('TrainingFinding', { description: 'What a department found, counted without names (需求分析依据)' })
export class TrainingFindingType {
  @Field(() => Int)
  readonly year!: number;

  @Field(() => FindingKindEnum)
  readonly kind!: FindingKind;

  @Field(() => String, { description: 'A quarter, a product, or a kind of violation with its severity' })
  readonly about!: string;

  @Field(() => Int)
  readonly count!: number;

  @Field(() => Int, { description: 'Closed sheets of the quarter for WEAK_APPRAISAL; otherwise the same as the count' })
  readonly outOf!: number;
}

@ObjectType('TrainingOverspend', { description: 'Money that was allowed beyond a budget (预算追加)' })
export class TrainingOverspendType {
  @Field(() => Int)
  readonly courseNo!: number;

  @Field(() => Money, { name: 'amount' })
  readonly amountFen!: number;

  @Field(() => String)
  readonly reason!: string;

  @Field(() => DateTime)
  readonly allowedAt!: Date;

  readonly allowedBy!: string;
}

@ObjectType('PlannedCourseProgress', { description: 'What became of a planned course (计划执行进度)' })
export class PlannedCourseProgressType {
  @Field(() => PlannedCourseType)
  readonly course!: PlannedCourseType;

  @Field(() => Int, { description: 'Trainings planned and not held yet' })
  readonly planned!: number;

  @Field(() => Int, { description: 'Held, and not evaluated yet' })
  readonly held!: number;

  @Field(() => Int, { description: 'Evaluated or closed' })
  readonly evaluated!: number;

  @Field(() => Int)
  readonly cancelled!: number;

  @Field(() => Float)
  readonly heldHours!: number;

  @Field(() => Money, { name: 'allowed', description: 'Budget and what was allowed beyond it' })
  readonly allowedFen!: number;

  @Field(() => Money, { name: 'spent' })
  readonly spentFen!: number;

  @Field(() => Money, { name: 'left' })
  readonly leftFen!: number;
}

@ObjectType('TrainingPlanVersion', { description: 'What a plan said before it was revised (计划历史版本)' })
export class TrainingPlanVersionType {
  @Field(() => Int)
  readonly revision!: number;

  @Field(() => String)
  readonly needsAnalysis!: string;

  @Field(() => [TrainingNeedType])
  readonly needs!: TrainingNeedType[];

  @Field(() => [PlannedCourseType])
  readonly courses!: PlannedCourseType[];

  @Field(() => [String])
  readonly adoptedImprovements!: string[];

  @Field(() => String, { nullable: true, description: 'Why it took the place of the version before it' })
  readonly revisedReason!: string | null;

  @Field(() => EmployeeStub)
  readonly replacedBy!: EmployeeStub;

  @Field(() => DateTime)
  readonly replacedAt!: Date;
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

  @Field(() => [String], { description: 'Improvements of earlier evaluations that the plan takes up; each is one of `improvements`' })
  readonly adoptedImprovements!: string[];

  @Field(() => [String], { nullable: true, description: 'Written beside them in former plans; found by no evaluation (自拟设想)' })
  readonly ideas?: readonly string[] | null;

  @Field(() => Int, { nullable: true, description: '1 for the first text; each revision adds 1' })
  readonly revision!: number;

  @Field(() => String, { nullable: true, description: 'Why the plan was revised last' })
  readonly revisedReason!: string | null;

  @Field(() => [TrainingNeedType], { nullable: true, description: 'What the courses are to answer, each with its source' })
  readonly needs!: TrainingNeedType[];

  @Field(() => [TrainingFindingType], { nullable: true, description: 'What the departments had found when the plan was written last' })
  readonly findings!: TrainingFindingType[];

  readonly overspends!: TrainingOverspendType[];
}

export const TrainingPlanVersionConnection = connectionOf(TrainingPlanVersionType, 'TrainingPlanVersion');
