import { Directive, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateTime, Permit, connectionOf } from '@weilend/graphql';
import { CustomerNeeds } from '../customer/customer-profile.type.js';
import { EnquiryOutcomeEnum, EnquiryStateEnum } from '../enum.type.js';

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

export const EnquiryConnection = connectionOf(EnquiryType, 'Enquiry');
