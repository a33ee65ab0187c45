import { Field, InputType, Int } from '@nestjs/graphql';
import { Money, Rate } from '@weilend/graphql';
import type { RiskRating, RiskRecommendation } from '@weilend/contracts';
import { RiskRatingEnum, RiskRecommendationEnum } from '../enums.type.js';
import { OnInvestigation } from '../investigation/investigation.input.js';

@InputType()
export class RiskReportSectionsInput {
  @Field(() => String, { description: 'Truth of information (信息真实性)' })
  readonly truthOfInformation!: string;

  @Field(() => String, { description: 'Repayment ability (还款能力)' })
  readonly repaymentAbility!: string;

  @Field(() => String, { description: 'Credit standing (信用状况)' })
  readonly creditStanding!: string;
}

@InputType()
export class FiveCInput {
  @Field(() => String)
  readonly character!: string;

  @Field(() => String)
  readonly capacity!: string;

  @Field(() => String)
  readonly capital!: string;

  @Field(() => String)
  readonly collateral!: string;

  @Field(() => String)
  readonly conditions!: string;
}

@InputType()
export class RecommendedTermsInput {
  @Field(() => Money, { name: 'amount', description: 'At most what was asked for; 0 with REJECT' })
  readonly amountFen!: number;

  @Field(() => Int)
  readonly termMonths!: number;

  @Field(() => Rate, { nullable: true, description: 'Left out: the published rate of the product' })
  readonly annualRate?: string | null;
}

@InputType()
export class FinaliseRiskReportInput extends OnInvestigation {
  @Field(() => RiskReportSectionsInput)
  readonly sections!: RiskReportSectionsInput;

  @Field(() => FiveCInput)
  readonly fiveC!: FiveCInput;

  @Field(() => RecommendedTermsInput)
  readonly recommended!: RecommendedTermsInput;

  @Field(() => RiskRatingEnum, { description: "The scorecard's, or a worse one with a reason" })
  readonly rating!: RiskRating;

  @Field(() => RiskRecommendationEnum, { description: "The scorecard's, or a stricter one with a reason" })
  readonly recommendation!: RiskRecommendation;

  @Field(() => String, { nullable: true, description: 'Needed with REJECT and when stricter than the scorecard' })
  readonly recommendationReason?: string | null;

  @Field(() => [String], { nullable: true, description: 'Needed with APPROVE_WITH_CONDITIONS' })
  readonly proposedConditions?: string[] | null;

  @Field(() => String, { nullable: true, description: 'Why other terms than asked for; the recommendation reason counts too' })
  readonly termsReason?: string | null;

  @Field(() => [String], { nullable: true, description: 'What was looked at again, one text for each of pointsToRework' })
  readonly rework?: string[] | null;
}
