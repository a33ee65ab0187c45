import { Directive, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateTime, LocalDate, Permit } from '@weilend/graphql';
import { connectionOf } from '@weilend/graphql';
import { CustomerNeeds } from '../customer/customer.type.js';
import { ProposalStateEnum, RepaymentMethodEnum } from '../enum.type.js';

@ObjectType('PresentedProduct', { description: 'A product that was presented (已介绍产品)' })
export class PresentedProduct {
  @Field(() => ID)
  readonly productId!: string;

  @Field(() => Int)
  readonly productVersion!: number;

  @Field(() => DateTime)
  readonly at!: Date;
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

@ObjectType('Proposal', { description: 'A proposal for the needs of an enquiry (贷款方案); finance adds its quotes' })
@Directive('@key(fields: "id")')
@Permit('sales.read-proposal')
export class ProposalType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => ProposalStateEnum)
  readonly state!: string;

  @Field(() => CustomerNeeds)
  readonly needs!: CustomerNeeds;

  @Field(() => [RepaymentMethodEnum], { description: 'Methods that are quoted, the wanted one first' })
  readonly methods!: readonly string[];

  @Field(() => Int)
  readonly productVersion!: number;

  @Field(() => LocalDate)
  readonly startOn!: string;

  @Field(() => [String], { description: 'Why finance could not quote' })
  readonly refusedBecause!: readonly string[];

  @Field(() => DateTime)
  readonly createdAt!: Date;

  readonly productId!: string;

  readonly enquiryId!: string;

  readonly salespersonId!: string;
}

export const EnquiryConnection = connectionOf(EnquiryType, 'Enquiry');
