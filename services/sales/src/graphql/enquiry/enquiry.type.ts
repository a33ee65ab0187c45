import { Directive, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateTime, LocalDate, Money, Permit } from '@weilend/graphql';
import { connectionOf } from '@weilend/graphql';
import { CustomerNeeds } from '../customer/customer-profile.type.js';
import { ActivityKindEnum, LeadChannelEnum, LeadStateEnum, OnlineSourceEnum, EnquiryOutcomeEnum, EnquiryStateEnum } from '../enum.type.js';

@ObjectType('SalesActivity', { description: 'An offline activity (线下活动)' })
export class SalesActivity {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => ActivityKindEnum)
  readonly kind!: string;

  @Field(() => String)
  readonly name!: string;

  @Field(() => LocalDate)
  readonly heldOn!: string;

  @Field(() => Money, { name: 'cost' })
  readonly costFen!: number;
}

@ObjectType('SalesPartner', { description: 'A partner institution (合作机构)' })
export class SalesPartner {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String)
  readonly name!: string;

  @Field(() => String)
  readonly creditCode!: string;

  @Field(() => Boolean)
  readonly active!: boolean;

  @Field(() => LocalDate)
  readonly addedOn!: string;

  @Field(() => LocalDate, { nullable: true })
  readonly endedOn!: string | null;
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

  @Field(() => String, { nullable: true })
  readonly lostBecause!: string | null;

  @Field(() => DateTime)
  readonly createdAt!: Date;

  readonly salespersonId!: string;

  readonly customerId!: string | null;

  readonly referrerId!: string | null;

  readonly partnerId!: string | null;

  readonly activityId!: string | null;
}

@ObjectType('PresentedProduct', { description: 'A product that was presented (已介绍产品)' })
export class PresentedProduct {
  @Field(() => ID)
  readonly productId!: string;

  @Field(() => Int)
  readonly productVersion!: number;

  @Field(() => DateTime)
  readonly at!: Date;
}

@ObjectType('EnquiryClosing', { description: 'What became of an enquiry (咨询结果)' })
export class EnquiryClosingType {
  @Field(() => EnquiryOutcomeEnum)
  readonly outcome!: string;

  @Field(() => String, { nullable: true })
  readonly reason!: string | null;

  @Field(() => DateTime)
  readonly at!: Date;

  readonly by!: string;
}

@ObjectType('Enquiry', { description: 'An enquiry about a loan (咨询)' })
@Directive('@key(fields: "id")')
@Permit('sales.read-enquiry')
export class EnquiryType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => DateTime)
  readonly receivedAt!: Date;

  @Field(() => DateTime, { description: 'By the parameter deadline.first-response, in working time' })
  readonly firstResponseDueAt!: Date;

  @Field(() => DateTime, { nullable: true })
  readonly firstRespondedAt!: Date | null;

  @Field(() => Boolean)
  readonly overdue!: boolean;

  @Field(() => EnquiryStateEnum, { nullable: true })
  readonly state!: string;

  @Field(() => DateTime, { nullable: true, description: 'When the four needs were known' })
  readonly needsKnownAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'By the parameter deadline.make-proposal, from when the needs were known' })
  readonly firstProposalDueAt!: Date | null;

  @Field(() => DateTime, { nullable: true })
  readonly firstProposedAt!: Date | null;

  @Field(() => EnquiryClosingType, { nullable: true })
  readonly closed!: EnquiryClosingType | null;

  @Field(() => [PresentedProduct])
  readonly presented!: readonly PresentedProduct[];

  @Field(() => CustomerNeeds)
  readonly needs!: CustomerNeeds;

  @Field(() => String, { nullable: true })
  readonly note!: string | null;

  readonly leadId!: string | null;

  readonly customerId!: string | null;

  readonly salespersonId!: string;
}

export const LeadConnection = connectionOf(LeadType, 'Lead');
export const EnquiryConnection = connectionOf(EnquiryType, 'Enquiry');
