import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf, DateTime, LocalDate, Permit } from '@weilend/graphql';
import { MarketReportKindEnum, MarketTopicEnum, SalesProblemKindEnum, SalesProblemStateEnum, WorkKindEnum } from '../enum.type.js';

@ObjectType({ description: 'One piece of work of a day' })
export class WorkLogEntry {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => WorkKindEnum)
  readonly kind!: string;

  @Field(() => Int)
  readonly minutes!: number;

  @Field(() => String)
  readonly note!: string;

  @Field(() => DateTime)
  readonly at!: Date;

  readonly customerId!: string | null;
  readonly leadId!: string | null;
  readonly applicationId!: string | null;
}

@ObjectType({ description: "The manager's word on a day" })
export class WorkLogReview {
  @Field(() => String)
  readonly comment!: string;

  @Field(() => DateTime)
  readonly at!: Date;

  readonly by!: string;
}

@ObjectType('WorkLog', { description: 'What a salesperson did on a day (工作日志)' })
@Permit('sales.read-work-log')
export class WorkLogType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => LocalDate)
  readonly day!: string;

  @Field(() => [WorkLogEntry])
  readonly entries!: WorkLogEntry[];

  @Field(() => String, { nullable: true })
  readonly summary!: string | null;

  @Field(() => String, { nullable: true, description: 'What the next day brings' })
  readonly tomorrow!: string | null;

  @Field(() => DateTime, { nullable: true })
  readonly handedInAt!: Date | null;

  @Field(() => WorkLogReview, { nullable: true })
  readonly review!: WorkLogReview | null;

  readonly employeeId!: string;
}

@ObjectType({ description: 'A step in the life of a problem' })
export class SalesProblemStep {
  @Field(() => String, { description: 'raise, assign, solve, confirm or reopen' })
  readonly event!: string;

  @Field(() => DateTime)
  readonly at!: Date;

  @Field(() => String, { nullable: true })
  readonly words!: string | null;

  readonly by!: string;
}

@ObjectType('SalesProblem', { description: 'A problem of the daily work (工作问题)' })
@Permit('sales.read-sales-problem')
export class SalesProblemType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => SalesProblemKindEnum)
  readonly kind!: string;

  @Field(() => String)
  readonly title!: string;

  @Field(() => String)
  readonly text!: string;

  @Field(() => SalesProblemStateEnum)
  readonly state!: string;

  @Field(() => DateTime)
  readonly raisedAt!: Date;

  @Field(() => LocalDate, { nullable: true })
  readonly dueOn!: string | null;

  @Field(() => [SalesProblemStep])
  readonly steps!: SalesProblemStep[];

  readonly raisedBy!: string;
  readonly ownerId!: string | null;
}

@ObjectType({ description: 'What the manager makes of a market report' })
export class MarketConclusion {
  @Field(() => String)
  readonly text!: string;

  @Field(() => DateTime)
  readonly at!: Date;
}

@ObjectType({ description: 'What a market report said before it was corrected' })
export class MarketCorrection {
  @Field(() => String)
  readonly reason!: string;

  @Field(() => DateTime)
  readonly at!: Date;

  @Field(() => String, { description: 'The finding of before' })
  readonly finding!: string;
}

@ObjectType('MarketReport', { description: 'A report on the market or on a competitor (市场与竞争对手分析)' })
@Permit('sales.read-market-report')
export class MarketReportType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => MarketReportKindEnum)
  readonly kind!: string;

  @Field(() => MarketTopicEnum)
  readonly topic!: string;

  @Field(() => String)
  readonly quarter!: string;

  @Field(() => String, { nullable: true })
  readonly competitor!: string | null;

  @Field(() => String)
  readonly finding!: string;

  @Field(() => String, { description: 'What follows from it' })
  readonly consequence!: string;

  @Field(() => String, { description: 'Where it is known from' })
  readonly source!: string;

  @Field(() => DateTime)
  readonly writtenAt!: Date;

  @Field(() => MarketConclusion, { nullable: true })
  readonly conclusion!: MarketConclusion | null;

  readonly authorId!: string;
}

export const WorkLogConnection = connectionOf(WorkLogType, 'WorkLog');
export const SalesProblemConnection = connectionOf(SalesProblemType, 'SalesProblem');
export const MarketReportConnection = connectionOf(MarketReportType, 'MarketReport');
