import { Directive, Field, ID, ObjectType } from '@nestjs/graphql';
import { connectionOf, DateTime, LocalDate, Money, Permit } from '@weilend/graphql';
import {
  AssignmentWayEnum,
  ContactResultEnum,
  ContactWayEnum,
  LeadChannelEnum,
  LeadStateEnum,
  LoanPurposeEnum,
  LossCauseEnum,
  OnlineSourceEnum,
} from '../enum.type.js';

@ObjectType('LeadInterest', { description: 'What a prospect said he wants (意向)' })
export class LeadInterestType {
  @Field(() => Money, { nullable: true, name: 'amount' })
  readonly amountFen!: number | null;

  @Field(() => LoanPurposeEnum, { nullable: true })
  readonly purpose!: string | null;
}

@ObjectType('LeadContact', { description: 'A call, a message or a visit (联系记录)' })
export class LeadContactType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => ContactWayEnum)
  readonly way!: string;

  @Field(() => ContactResultEnum)
  readonly result!: string;

  @Field(() => String, { nullable: true })
  readonly note!: string | null;

  @Field(() => DateTime, { description: 'When it took place, as who recorded it says' })
  readonly at!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it was written down' })
  readonly recordedAt?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'From when it counts as an answer: recorded late, it counts from its record' })
  readonly countsFrom?: Date | null;

  readonly by!: string;
}

@ObjectType('LeadAssignment', { description: 'Who was given a lead, how and why (分配记录)' })
export class LeadAssignmentType {
  @Field(() => AssignmentWayEnum)
  readonly how!: string;

  @Field(() => String, { nullable: true })
  readonly reason!: string | null;

  @Field(() => DateTime)
  readonly at!: Date;

  readonly salespersonId!: string;

  readonly by!: string | null;
}

@ObjectType('Lead', { description: 'Somebody who may need a loan (线索)' })
@Directive('@key(fields: "id")')
@Permit('sales.read-lead')
export class LeadType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => LeadStateEnum)
  readonly state!: string;

  @Field(() => LeadChannelEnum)
  readonly channel!: string;

  @Field(() => OnlineSourceEnum, { nullable: true })
  readonly onlineSource!: string | null;

  @Field(() => String, { description: 'Masked' })
  readonly contactName!: string;

  @Field(() => String, { nullable: true, description: 'Masked' })
  readonly phone!: string | null;

  @Field(() => String, { nullable: true })
  readonly note!: string | null;

  @Field(() => String, { nullable: true, description: 'County or district, code of GB/T 2260' })
  readonly district!: string | null;

  @Field(() => String, { nullable: true, description: 'Where exactly: the page, the stall, the clerk of the partner' })
  readonly sourceDetail!: string | null;

  @Field(() => LeadInterestType, { nullable: true })
  readonly interest!: LeadInterestType | null;

  @Field(() => LossCauseEnum, { nullable: true })
  readonly lostCause!: string | null;

  @Field(() => String, { nullable: true })
  readonly lostBecause!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was taken up again after it was lost' })
  readonly reopenedBecause!: string | null;

  @Field(() => String, { nullable: true, description: 'Why there is a second lead with this number' })
  readonly duplicateBecause!: string | null;

  @Field(() => DateTime)
  readonly createdAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'By the parameters deadline.lead-response-*, in working time' })
  readonly promisedResponseAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Null when no answer is owed' })
  readonly firstResponseDueAt!: Date | null;

  @Field(() => DateTime, { nullable: true })
  readonly firstRespondedAt!: Date | null;

  @Field(() => Boolean, { nullable: true, description: 'Nobody answered within the promised time' })
  readonly responseOverdue!: boolean | null;

  @Field(() => LocalDate, { nullable: true })
  readonly nextContactOn!: string | null;

  @Field(() => DateTime, { nullable: true })
  readonly convertedAt!: Date | null;

  @Field(() => [LeadContactType], { nullable: true })
  readonly contacts!: readonly LeadContactType[] | null;

  @Field(() => [LeadAssignmentType], { nullable: true })
  readonly assignments!: readonly LeadAssignmentType[] | null;

  readonly salespersonId!: string | null;

  readonly customerId!: string | null;

  readonly referrerId!: string | null;

  readonly partnerId!: string | null;

  readonly activityId!: string | null;

  readonly campaignId!: string | null;
}

@ObjectType('RevealedContact', { description: 'Name and number in full (完整联系方式)' })
export class RevealedContactType {
  @Field(() => String, { nullable: true })
  readonly name!: string | null;

  @Field(() => String, { nullable: true })
  readonly phone!: string | null;
}

export const LeadConnection = connectionOf(LeadType, 'Lead');
