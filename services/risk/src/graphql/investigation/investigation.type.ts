import { Directive, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf, DateTime, LocalDate, Money, Permit, Rate } from '@weilend/graphql';
import { CustomerTypeEnum, DecisionResultEnum, InvestigationStateEnum, LoanPurposeEnum, RepaymentMethodEnum } from '../enums.type.js';

@ObjectType('RequestedTerms', { description: 'The loan as asked for (申请条件)' })
export class RequestedTermsType {
  @Field(() => ID)
  readonly productId!: string;

  @Field(() => Money, { name: 'amount' })
  readonly amountFen!: number;

  @Field(() => Int)
  readonly termMonths!: number;

  @Field(() => Rate)
  readonly annualRate!: string;

  @Field(() => RepaymentMethodEnum)
  readonly method!: string;
}

@ObjectType('ConsentOnFile', { description: 'A written consent as sales handed it over (书面授权)' })
export class ConsentOnFileType {
  @Field(() => ID)
  readonly consentId!: string;

  @Field(() => String)
  readonly kind!: string;

  @Field(() => String)
  readonly purpose!: string;

  @Field(() => LocalDate)
  readonly validUntil!: string;

  @Field(() => String)
  readonly evidenceHash!: string;
}

@ObjectType('CommitteeReturn', { description: 'The committee sent the report back (审委会退回)' })
export class CommitteeReturnType {
  @Field(() => DateTime)
  readonly at!: Date;

  @Field(() => [String])
  readonly reasons!: string[];
}

@ObjectType('NotedDecision', { description: "The committee's decision as risk was told (审批结果通知)" })
export class NotedDecisionType {
  @Field(() => ID)
  readonly decisionId!: string;

  @Field(() => DecisionResultEnum)
  readonly result!: string;

  @Field(() => ID, { description: 'Report that the decision cites' })
  readonly reportId!: string;

  @Field(() => LocalDate)
  readonly decidedOn!: string;

  @Field(() => LocalDate, { nullable: true })
  readonly validUntil!: string | null;
}

@ObjectType('Investigation', { description: 'One round of investigation of an application by two people (双人调查)' })
@Directive('@key(fields: "id")')
@Permit('risk.read-investigation')
export class InvestigationType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => Int)
  readonly round!: number;

  @Field(() => InvestigationStateEnum)
  readonly state!: string;

  @Field(() => ID, { description: 'The handoff that opened it' })
  readonly handoffId!: string;

  @Field(() => CustomerTypeEnum)
  readonly customerType!: string;

  @Field(() => RequestedTermsType)
  readonly terms!: RequestedTermsType;

  @Field(() => LoanPurposeEnum)
  readonly purpose!: string;

  @Field(() => DateTime)
  readonly openedAt!: Date;

  @Field(() => [CommitteeReturnType])
  readonly committeeReturns!: CommitteeReturnType[];

  readonly applicationId!: string;
  readonly customerId!: string;
  readonly salespersonId!: string;
  readonly investigatorIds!: string[];
}

export const InvestigationConnection = connectionOf(InvestigationType, 'Investigation');
