import { Directive, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf, DateTime, LocalDate, Money, Permit } from '@weilend/graphql';
import { CustomerNeeds } from '../customer/customer-profile.type.js';
import { ProposalStateEnum, RepaymentMethodEnum } from '../enum.type.js';
import { DisclosureConfirmationType } from './disclosure.type.js';

@ObjectType('ProposalAnswer', { description: 'What the customer said to a proposal (客户答复)' })
export class ProposalAnswerType {
  @Field(() => Boolean)
  readonly accepted!: boolean;

  @Field(() => String, { nullable: true })
  readonly reason!: string | null;

  @Field(() => DateTime)
  readonly at!: Date;

  readonly by!: string;
}

@ObjectType('Proposal', { description: 'A proposal for the needs of an enquiry (贷款方案); finance adds its quotes' })
@Directive('@key(fields: "id")')
@Permit('sales.read-proposal')
export class ProposalType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => ProposalStateEnum, { description: 'As it stands today: EXPIRED from the day after its last' })
  readonly state!: string;

  @Field(() => CustomerNeeds)
  readonly needs!: CustomerNeeds;

  @Field(() => [RepaymentMethodEnum], { description: 'Methods that are quoted, the wanted one first' })
  readonly methods!: readonly string[];

  @Field(() => Int)
  readonly productVersion!: number;

  @Field(() => LocalDate)
  readonly startOn!: string;

  @Field(() => LocalDate, { nullable: true, description: 'Last day on which it can be taken' })
  readonly validUntil!: string;

  @Field(() => LocalDate, { nullable: true, description: 'The same while somebody has to decide on it' })
  readonly expiresOn!: string | null;

  @Field(() => ID, { nullable: true, description: 'The one that ran out and was quoted anew' })
  readonly replacesId!: string | null;

  @Field(() => [String], { description: 'Why finance could not quote' })
  readonly refusedBecause!: readonly string[];

  @Field(() => ProposalAnswerType, { nullable: true })
  readonly answer!: ProposalAnswerType | null;

  @Field(() => DisclosureConfirmationType, { nullable: true, description: 'That the customer was told what he must know (强制披露确认)' })
  readonly disclosure!: DisclosureConfirmationType | null;

  @Field(() => DateTime)
  readonly createdAt!: Date;

  readonly productId!: string;

  readonly enquiryId!: string;

  readonly salespersonId!: string;
}

@ObjectType('ComparedOffer', { description: 'One repayment method of one proposal with all that it costs (方案比较)' })
export class ComparedOfferType {
  @Field(() => ID)
  readonly proposalId!: string;

  @Field(() => String)
  readonly productName!: string;

  @Field(() => RepaymentMethodEnum)
  readonly method!: string;

  @Field(() => Boolean, { description: 'The method that the customer asked for' })
  readonly isWanted!: boolean;

  @Field(() => ProposalStateEnum)
  readonly state!: string;

  @Field(() => LocalDate)
  readonly validUntil!: string;

  @Field(() => Money, { name: 'totalInterest' })
  readonly totalInterestFen!: number;

  @Field(() => Money, { name: 'totalFees' })
  readonly totalFeesFen!: number;

  @Field(() => Money, { name: 'totalCost', description: 'Interest and fees' })
  readonly totalCostFen!: number;

  @Field(() => Money, { name: 'firstInstalment' })
  readonly firstInstalmentFen!: number;

  @Field(() => String, { description: 'Annual cost with every fee, compound, as a fraction' })
  readonly annualCostCompound!: string;

  @Field(() => Boolean, { description: 'Within the legal cap' })
  readonly withinCap!: boolean;

  @Field(() => Boolean)
  readonly isCheapest!: boolean;

  @Field(() => Money, { name: 'moreThanCheapest', nullable: true, description: 'Null for what cannot be taken' })
  readonly moreThanCheapestFen!: number | null;

  readonly productId!: string;
}

export const ProposalConnection = connectionOf(ProposalType, 'Proposal');
