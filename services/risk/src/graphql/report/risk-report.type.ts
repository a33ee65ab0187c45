import { Directive, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateTime, Money, Permit, Rate } from '@weilend/graphql';
import { ContradictionType } from '../checks/checks.type.js';
import { CheckMethodEnum, RiskRatingEnum, RiskRecommendationEnum } from '../enums.type.js';
import { StoredScoreType } from '../scorecard/score.type.js';
import { ReportJudgementType } from './report-judgement.type.js';

@ObjectType('RiskReportSections', { description: 'The three mandatory sections (三项必备内容)' })
export class RiskReportSectionsType {
  @Field(() => String, { description: 'Truth of information (信息真实性)' })
  readonly truthOfInformation!: string;

  @Field(() => String, { description: 'Repayment ability (还款能力)' })
  readonly repaymentAbility!: string;

  @Field(() => String, { description: 'Credit standing (信用状况)' })
  readonly creditStanding!: string;
}

@ObjectType('FiveC', { description: 'Character, capacity, capital, collateral, conditions (品格、能力、资本、担保、环境)' })
export class FiveCType {
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

@ObjectType('RecommendedTerms', { description: 'Terms that risk recommends (建议条件)' })
export class RecommendedTermsType {
  @Field(() => Money, { name: 'amount' })
  readonly amountFen!: number;

  @Field(() => Int)
  readonly termMonths!: number;

  @Field(() => Rate, { nullable: true, description: 'Null leaves the published rate of the product' })
  readonly annualRate!: string | null;
}

@ObjectType('CustomerExposure', { description: 'Loans the customer has had from the company (客户敞口)' })
export class CustomerExposureType {
  @Field(() => Int)
  readonly loanCount!: number;

  @Field(() => Money, { name: 'disbursed' })
  readonly disbursedFen!: number;
}

@ObjectType('WaivedCheck', { description: 'A method that was left out, with the reason (免除的调查方式)' })
export class WaivedCheckType {
  @Field(() => CheckMethodEnum)
  readonly method!: string;

  @Field(() => String)
  readonly reason!: string;

  @Field(() => DateTime)
  readonly waivedAt!: Date;
}

@ObjectType('RiskReport', { description: 'Final risk assessment report (风险评估报告): immutable, hashed' })
@Directive('@key(fields: "id")')
@Permit('risk.read-risk-report')
export class RiskReportType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => Int)
  readonly reportVersion!: number;

  @Field(() => String, { description: 'SHA-256 over the whole content in canonical JSON' })
  readonly hash!: string;

  @Field(() => RiskRatingEnum)
  readonly rating!: string;

  @Field(() => RiskRecommendationEnum)
  readonly recommendation!: string;

  @Field(() => RecommendedTermsType)
  readonly recommended!: RecommendedTermsType;

  @Field(() => [String], { description: 'Conditions proposed to the committee (建议的审批条件)' })
  readonly proposedConditions!: string[];

  @Field(() => DateTime)
  readonly finalisedAt!: Date;

  @Field(() => RiskReportSectionsType, { nullable: true })
  @Permit('risk.read-check')
  readonly sections!: RiskReportSectionsType;

  @Field(() => FiveCType, { nullable: true })
  @Permit('risk.read-check')
  readonly fiveC!: FiveCType;

  @Field(() => String, { nullable: true })
  @Permit('risk.read-check')
  readonly recommendationReason!: string | null;

  @Field(() => StoredScoreType, { nullable: true })
  @Permit('risk.read-check')
  readonly score!: StoredScoreType;

  @Field(() => [ContradictionType], { nullable: true })
  @Permit('risk.read-check')
  readonly contradictions!: ContradictionType[];

  @Field(() => [WaivedCheckType], { nullable: true })
  @Permit('risk.read-check')
  readonly waivers!: WaivedCheckType[];

  @Field(() => CustomerExposureType, { nullable: true })
  @Permit('risk.read-check')
  readonly exposure!: CustomerExposureType;

  @Field(() => ReportJudgementType, { nullable: true, description: 'Null in reports from before there was one' })
  @Permit('risk.read-check')
  readonly judgement!: ReportJudgementType | null;

  readonly applicationId!: string;
  readonly investigationId!: string;
  readonly investigatorIds!: string[];
  readonly finalisedBy!: string;
}
