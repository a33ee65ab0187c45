import { Directive, Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf, DateTime, LocalDate, Permit } from '@weilend/graphql';
import {
  AskedTrainingReasonEnum,
  AskedTrainingStateEnum,
  CareerLevelEnum,
  CareerPlanStateEnum,
  CareerTopicEnum,
  LevelCauseEnum,
} from './career-enums.type.js';
import { VERSION_FIELD } from '../version-read.js';

@ObjectType('LevelCriteria', { description: 'What is asked for a step up to a level (晋升条件)' })
export class LevelCriteriaType {
  @Field(() => Int, { description: 'Whole natural quarters on the level before' })
  readonly quartersAtLevel!: number;

  @Field(() => Int, { description: 'So many of the last closed quarters are looked at' })
  readonly closedQuarters!: number;

  @Field(() => Int, { description: 'Each of them scored at least this' })
  readonly leastScore!: number;

  @Field(() => Int, { description: 'No severe violation in so many quarters, the running one counted' })
  readonly severeFreeQuarters!: number;

  @Field(() => Float, { description: 'Hours of evaluated training in the quarters looked at' })
  readonly trainingHours!: number;

  @Field(() => [CareerTopicEnum], { description: 'Topics with an evaluated training in the quarters looked at' })
  readonly trainedTopics!: readonly string[];

  @Field(() => Int, { nullable: true, description: 'Most of the outstanding amount that may be overdue, in basis points' })
  readonly mostOverdueBp!: number | null;
}

@ObjectType('LadderLevel', { description: 'One level of the ladder' })
export class LadderLevelType {
  @Field(() => CareerLevelEnum)
  readonly level!: string;

  @Field(() => LevelCriteriaType, { nullable: true, description: 'Null where everybody begins' })
  readonly criteria!: LevelCriteriaType | null;
}

@ObjectType('CareerLadder', { description: 'The career ladder that counts from a day on (职业发展通道)' })
export class CareerLadderType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => Int, VERSION_FIELD)
  readonly version?: number | null;

  @Field(() => LocalDate)
  readonly effectiveFrom!: string;

  @Field(() => [LadderLevelType], { description: 'From the lowest to the highest' })
  readonly levels!: LadderLevelType[];

  @Field(() => String)
  readonly reason!: string;

  @Field(() => String, { nullable: true, description: 'Who approved it; it does not count before that' })
  readonly approvedBy!: string | null;
}
export const CareerLadderConnection = connectionOf(CareerLadderType, 'CareerLadder');

@ObjectType('CareerLevelEntry', { description: 'A level that a person has stood on (级别历史)' })
export class LevelEntryType {
  @Field(() => CareerLevelEnum)
  readonly level!: string;

  @Field(() => LocalDate)
  readonly since!: string;

  @Field(() => LevelCauseEnum)
  readonly cause!: string;

  @Field(() => String, { nullable: true, description: 'The promotion, or what hr said of a first level' })
  readonly note!: string | null;
}

@ObjectType('FirstLevelAsked', { description: 'A first level that somebody else is still to confirm (待确认初始级别)' })
export class FirstLevelAskedType {
  @Field(() => CareerLevelEnum)
  readonly level!: string;

  @Field(() => String)
  readonly reason!: string;
}

@ObjectType('CareerStanding', { description: 'Where a person stands on the ladder, and when his next talk is due (级别与沟通)' })
export class CareerStandingType {
  @Field(() => CareerLevelEnum)
  readonly level!: string;

  @Field(() => LocalDate)
  readonly since!: string;

  @Field(() => [LevelEntryType], { description: 'Oldest first' })
  readonly history!: LevelEntryType[];

  @Field(() => FirstLevelAskedType, { nullable: true })
  readonly asked?: FirstLevelAskedType | null;

  @Field(() => LocalDate, { nullable: true, description: 'Last talk (上次沟通日)' })
  readonly lastTalkOn!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Next talk (应沟通日)' })
  readonly talkDueOn!: string | null;

  readonly id!: string;
  readonly managerId!: string | null;
}
export const CareerStandingConnection = connectionOf(CareerStandingType, 'CareerStanding');

@ObjectType('CareerStep', { description: 'A step towards a goal (步骤)' })
export class PlanStepType {
  @Field(() => String)
  readonly text!: string;

  @Field(() => LocalDate, { nullable: true })
  readonly doneOn!: string | null;
}

@ObjectType('CareerGoal', { description: 'A goal of a career plan (目标)' })
export class CareerGoalType {
  @Field(() => String)
  readonly text!: string;

  @Field(() => [PlanStepType])
  readonly steps!: PlanStepType[];

  @Field(() => [CareerTopicEnum], { description: 'What the person wants to learn for it' })
  readonly topics!: readonly string[];
}

@ObjectType('CareerRemark', { description: 'Progress or a comment on a career plan (进展与意见)' })
export class PlanRemarkType {
  @Field(() => DateTime)
  readonly at!: Date;

  @Field(() => String)
  readonly text!: string;

  readonly by!: string;
}

@ObjectType('CareerPlan', { description: 'A person’s own career plan (个人职业发展规划)' })
@Directive('@key(fields: "id")')
@Permit('hr.read-career')
export class CareerPlanType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => CareerPlanStateEnum)
  readonly state!: string;

  @Field(() => CareerLevelEnum)
  readonly targetLevel!: string;

  @Field(() => LocalDate)
  readonly byWhen!: string;

  @Field(() => [CareerGoalType])
  readonly goals!: CareerGoalType[];

  @Field(() => [PlanRemarkType], { description: 'Progress, oldest first' })
  readonly notes!: PlanRemarkType[];

  @Field(() => [PlanRemarkType], { description: 'By superiors, oldest first' })
  readonly comments!: PlanRemarkType[];

  @Field(() => LocalDate)
  readonly madeOn!: string;

  @Field(() => LocalDate, { nullable: true })
  readonly endedOn!: string | null;

  readonly employeeId!: string;
}
export const CareerPlanConnection = connectionOf(CareerPlanType, 'CareerPlan');

@ObjectType('AgreedSupport', { description: 'Support that was agreed on in a talk (约定的支持)' })
export class AgreedSupportType {
  @Field(() => String)
  readonly what!: string;

  @Field(() => LocalDate, { nullable: true })
  readonly dueOn!: string | null;
}

@ObjectType('CareerTalk', { description: 'A talk of a person and his superior on his career (职业发展沟通)' })
export class CareerTalkType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => LocalDate)
  readonly heldOn!: string;

  @Field(() => String, { description: 'What the person needs (需求)' })
  readonly needs!: string;

  @Field(() => String, { description: 'What he was advised (指导)' })
  readonly guidance!: string;

  @Field(() => [AgreedSupportType])
  readonly support!: AgreedSupportType[];

  readonly employeeId!: string;
  readonly heldBy!: string;
}
export const CareerTalkConnection = connectionOf(CareerTalkType, 'CareerTalk');

@ObjectType('AskedTraining', { description: 'A training that hr asked the training department for, and what became of it (培训提名)' })
export class AskedTrainingType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => AskedTrainingReasonEnum)
  readonly reason!: string;

  @Field(() => CareerTopicEnum, { nullable: true, description: 'Null when the training department chooses' })
  readonly topic!: string | null;

  @Field(() => ID, { description: 'Sheet, promotion, honour or career plan' })
  readonly aboutId!: string;

  @Field(() => AskedTrainingStateEnum)
  readonly state!: string;

  @Field(() => DateTime)
  readonly askedAt!: Date;

  @Field(() => DateTime, { nullable: true })
  readonly answeredAt!: Date | null;

  @Field(() => ID, { nullable: true, description: 'Session that the person was nominated for' })
  readonly sessionId!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it came back' })
  readonly note!: string | null;

  readonly employeeId!: string;
}
export const AskedTrainingConnection = connectionOf(AskedTrainingType, 'AskedTraining');
