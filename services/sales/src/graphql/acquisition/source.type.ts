import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf, DateTime, LocalDate, Money } from '@weilend/graphql';
import { ActivityKindEnum, ActivityStateEnum, CampaignPhaseEnum, CustomerGradeEnum, CustomerTypeEnum } from '../enum.type.js';

@ObjectType('ActivityCostChange', { description: 'A cost that was put right (费用更正)' })
export class ActivityCostChange {
  @Field(() => Money, { name: 'from' })
  readonly fromFen!: number;

  @Field(() => Money, { name: 'to' })
  readonly toFen!: number;

  @Field(() => String)
  readonly reason!: string;

  @Field(() => DateTime)
  readonly at!: Date;

  readonly by!: string;
}

@ObjectType('ActivityMaterial', { description: 'The approved material that is shown (宣传材料)' })
export class ActivityMaterialType {
  @Field(() => String)
  readonly title!: string;

  @Field(() => String)
  readonly version!: string;
}

@ObjectType('SalesActivity', { description: 'An activity, offline or online (推广活动)' })
export class SalesActivity {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => ActivityKindEnum)
  readonly kind!: string;

  @Field(() => String)
  readonly name!: string;

  @Field(() => LocalDate)
  readonly heldOn!: string;

  @Field(() => ActivityStateEnum, { nullable: true })
  readonly state!: string | null;

  @Field(() => Money, { name: 'cost', description: 'What it cost, or was planned to cost until it is over' })
  readonly costFen!: number;

  @Field(() => Money, { nullable: true, name: 'plannedCost' })
  readonly plannedCostFen!: number | null;

  @Field(() => Money, { nullable: true, name: 'actualCost' })
  readonly actualCostFen!: number | null;

  @Field(() => Int, { nullable: true })
  readonly plannedLeads!: number | null;

  @Field(() => [ActivityCostChange], { nullable: true })
  readonly costChanges!: readonly ActivityCostChange[] | null;

  @Field(() => ActivityMaterialType, { nullable: true })
  readonly material!: ActivityMaterialType | null;

  @Field(() => String, { nullable: true })
  readonly resultNote!: string | null;

  @Field(() => String, { nullable: true })
  readonly cancelledBecause!: string | null;

  readonly campaignId!: string | null;

  readonly ownerId!: string;
}

@ObjectType('SalesCampaignChange', { description: 'A plan that was changed (计划调整)' })
export class SalesCampaignChange {
  @Field(() => String)
  readonly reason!: string;

  @Field(() => DateTime)
  readonly at!: Date;

  @Field(() => Money)
  readonly budgetBefore!: number;

  @Field(() => Int)
  readonly goalLeadsBefore!: number;

  @Field(() => LocalDate)
  readonly endsOnBefore!: string;
}

@ObjectType('SalesCampaign', { description: 'A campaign (营销活动计划)' })
export class SalesCampaign {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String)
  readonly name!: string;

  @Field(() => CampaignPhaseEnum)
  readonly phase!: string;

  @Field(() => LocalDate)
  readonly startsOn!: string;

  @Field(() => LocalDate)
  readonly endsOn!: string;

  @Field(() => Money, { name: 'budget' })
  readonly budgetFen!: number;

  @Field(() => Int)
  readonly goalLeads!: number;

  @Field(() => [CustomerGradeEnum], { description: 'Empty for all' })
  readonly targetGrades!: readonly string[];

  @Field(() => [CustomerTypeEnum], { description: 'Empty for all' })
  readonly targetTypes!: readonly string[];

  @Field(() => LocalDate, { nullable: true })
  readonly closedOn!: string | null;

  @Field(() => String, { nullable: true })
  readonly resultNote!: string | null;

  readonly ownerId!: string;

  readonly changes!: readonly { readonly reason: string; readonly at: Date; readonly before: Record<string, never> }[];
}

@ObjectType('PartnerAgreement', { description: 'An agreement with a partner (合作协议)' })
export class PartnerAgreementType {
  @Field(() => String)
  readonly agreementNo!: string;

  @Field(() => LocalDate)
  readonly validFrom!: string;

  @Field(() => LocalDate)
  readonly validTo!: string;

  @Field(() => String, { nullable: true, description: 'What the agreement says of fees, in its words' })
  readonly feeTerms!: string | null;
}

@ObjectType('SalesPartner', { description: 'A partner institution (合作机构)' })
export class SalesPartner {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String)
  readonly name!: string;

  @Field(() => String)
  readonly creditCode!: string;

  @Field(() => Boolean, { description: 'On the list, and under an agreement that runs today' })
  readonly active!: boolean;

  @Field(() => LocalDate)
  readonly addedOn!: string;

  @Field(() => LocalDate, { nullable: true })
  readonly endedOn!: string | null;

  @Field(() => String, { nullable: true })
  readonly endedBecause!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Last day of the last agreement' })
  readonly expiresOn!: string | null;

  @Field(() => String, { nullable: true })
  readonly contactName!: string | null;

  @Field(() => String, { nullable: true, description: 'Masked' })
  readonly contactPhone!: string | null;

  @Field(() => [PartnerAgreementType], { nullable: true, description: 'Oldest first' })
  readonly agreements!: readonly PartnerAgreementType[] | null;
}

@ObjectType('SalesArea', { description: 'A district and who covers it (销售片区)' })
export class SalesAreaType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String, { description: 'Code of GB/T 2260' })
  readonly district!: string;

  @Field(() => String)
  readonly name!: string;

  readonly salespersonIds!: readonly string[];
}

export const SalesActivityConnection = connectionOf(SalesActivity, 'SalesActivity');
export const SalesCampaignConnection = connectionOf(SalesCampaign, 'SalesCampaign');
