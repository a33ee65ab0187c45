import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf, DateTime, LocalDate } from '@weilend/graphql';
import { VisitWayEnum } from '../enum.type.js';
import {
  FollowUpStateEnum,
  PlannedVisitStateEnum,
  SatisfactionSourceEnum,
  SatisfactionTrendEnum,
  VisitOriginEnum,
} from './visit-enum.type.js';

@ObjectType('PlannedVisitMove', { description: 'A day that was changed by hand (改期)' })
export class PlannedVisitMove {
  @Field(() => LocalDate)
  readonly from!: string;

  @Field(() => LocalDate)
  readonly to!: string;

  @Field(() => DateTime)
  readonly at!: Date;
}

@ObjectType('PlannedVisitEnd', { description: 'How a planned visit ended (回访结果)' })
export class PlannedVisitEnd {
  @Field(() => ID, { nullable: true, description: 'The return visit, when it was held' })
  readonly visitId!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was not held, or cancelled' })
  readonly reason!: string | null;

  @Field(() => DateTime)
  readonly at!: Date;
}

@ObjectType('PlannedVisit', { description: 'A visit that is to be made (回访计划)' })
export class PlannedVisitType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => PlannedVisitStateEnum)
  readonly state!: string;

  @Field(() => VisitOriginEnum)
  readonly origin!: string;

  @Field(() => LocalDate)
  readonly plannedOn!: string;

  @Field(() => Boolean)
  readonly overdue!: boolean;

  @Field(() => VisitWayEnum, { nullable: true })
  readonly way!: string | null;

  @Field(() => String, { nullable: true })
  readonly purpose!: string | null;

  @Field(() => Int, { description: 'Counts up while visits are not held' })
  readonly attempt!: number;

  @Field(() => [PlannedVisitMove], { description: 'Oldest first' })
  readonly moves!: readonly PlannedVisitMove[];

  @Field(() => PlannedVisitEnd, { nullable: true })
  readonly end!: PlannedVisitEnd | null;

  readonly customerId!: string;

  readonly salespersonId!: string;
}

@ObjectType('FollowUpEnd', { description: 'What came of a follow-up (跟进结果)' })
export class FollowUpEnd {
  @Field(() => String)
  readonly result!: string;

  @Field(() => DateTime)
  readonly at!: Date;

  readonly by!: string;
}

@ObjectType('FollowUp', { description: 'What somebody owes to a customer after a visit (跟进事项)' })
export class FollowUpType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => FollowUpStateEnum)
  readonly state!: string;

  @Field(() => String)
  readonly text!: string;

  @Field(() => LocalDate, { name: 'dueOn' })
  readonly plannedOn!: string;

  @Field(() => Boolean)
  readonly overdue!: boolean;

  @Field(() => DateTime)
  readonly openedAt!: Date;

  @Field(() => ID, { nullable: true, description: 'The one that it follows' })
  readonly previousId!: string | null;

  @Field(() => ID, { nullable: true, description: 'The visit that found it' })
  readonly visitId!: string | null;

  @Field(() => FollowUpEnd, { nullable: true })
  readonly closed!: FollowUpEnd | null;

  readonly customerId!: string;

  readonly ownerId!: string;

  readonly rootId!: string;
}

@ObjectType('SatisfactionMark', { description: 'A mark that a customer gave (满意度评分)' })
export class SatisfactionMarkType {
  @Field(() => SatisfactionSourceEnum)
  readonly source!: string;

  @Field(() => Int, { description: '1 to 5' })
  readonly score!: number;

  @Field(() => LocalDate)
  readonly recordedOn!: string;
}

@ObjectType('CustomerSatisfaction', { description: 'What a customer thinks of us, and how that moves (客户满意度趋势)' })
export class CustomerSatisfactionType {
  @Field(() => Float, { nullable: true, description: 'Of all marks; null without one' })
  readonly average!: number | null;

  @Field(() => Int)
  readonly marks!: number;

  @Field(() => Int, { nullable: true })
  readonly last!: number | null;

  @Field(() => SatisfactionTrendEnum, {
    nullable: true,
    description: 'The last three marks against those before; null with fewer than two',
  })
  readonly trend!: string | null;

  @Field(() => [SatisfactionMarkType], { description: 'Newest first, at most twenty' })
  readonly history!: readonly SatisfactionMarkType[];
}

export const PlannedVisitConnection = connectionOf(PlannedVisitType, 'PlannedVisit');
export const FollowUpConnection = connectionOf(FollowUpType, 'FollowUp');
