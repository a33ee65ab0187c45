import { Field, Int, ObjectType } from '@nestjs/graphql';
import { DateTime, Money } from '@weilend/graphql';
import {
  CheckingAccountEnum,
  CreditHistoryEnum,
  EmploymentEnum,
  HousingEnum,
  InstalmentPlanEnum,
  JobLevelEnum,
  LoanPurposeEnum,
  OtherDebtorEnum,
  PropertyEnum,
  RiskRatingEnum,
  RiskRecommendationEnum,
  SavingsEnum,
  ScoreReasonKindEnum,
  TelephoneEnum,
} from '../enums.type.js';

@ObjectType({ isAbstract: true })
abstract class FactsOfApplicant {
  @Field(() => CheckingAccountEnum, { nullable: true })
  readonly checkingAccountStatus!: string | null;

  @Field(() => CreditHistoryEnum, { nullable: true })
  readonly creditHistory!: string | null;

  @Field(() => SavingsEnum, { nullable: true })
  readonly savings!: string | null;

  @Field(() => EmploymentEnum, { nullable: true })
  readonly employmentSince!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Class of the instalment in the disposable income, 1 (35 % and more) to 4 (below 20 %)',
  })
  readonly instalmentRatePercent!: number | null;

  @Field(() => OtherDebtorEnum, { nullable: true })
  readonly otherDebtors!: string | null;

  @Field(() => Int, { nullable: true, description: 'Class of the years in the present home, 1 to 4' })
  readonly residenceSince!: number | null;

  @Field(() => PropertyEnum, { nullable: true })
  readonly property!: string | null;

  @Field(() => Int, { nullable: true })
  readonly ageInYears!: number | null;

  @Field(() => InstalmentPlanEnum, { nullable: true })
  readonly otherInstalmentPlans!: string | null;

  @Field(() => HousingEnum, { nullable: true })
  readonly housing!: string | null;

  @Field(() => Int, { nullable: true })
  readonly existingCredits!: number | null;

  @Field(() => JobLevelEnum, { nullable: true })
  readonly job!: string | null;

  @Field(() => Int, { nullable: true, description: 'People that the applicant maintains' })
  readonly dependants!: number | null;

  @Field(() => TelephoneEnum, { nullable: true })
  readonly telephone!: string | null;
}

@ObjectType('ApplicantFacts', {
  description: 'Facts of an applicant as two investigators verified them (申请人核实信息); null is not verified',
})
export class ApplicantFactsType extends FactsOfApplicant {}

@ObjectType('ScoringFacts', { description: 'Everything that a score was computed from (评分输入)' })
export class ScoringFactsType extends FactsOfApplicant {
  @Field(() => Money, { name: 'amount', nullable: true, description: 'Amount asked for' })
  readonly amountFen!: number | null;

  @Field(() => Int, { nullable: true })
  readonly termMonths!: number | null;

  @Field(() => LoanPurposeEnum, { nullable: true })
  readonly purpose!: string | null;

  @Field(() => Int, { nullable: true })
  readonly bureauScore!: number | null;

  @Field(() => Boolean, { nullable: true })
  readonly bureauSeriousDelinquency!: boolean | null;
}

@ObjectType('ScoreReason', { description: 'Why a score came out as it did (评分理由)' })
export class ScoreReasonType {
  @Field(() => ScoreReasonKindEnum)
  readonly kind!: string;

  @Field(() => String)
  readonly fact!: string;

  @Field(() => String, { description: 'Band or code of the rule' })
  readonly detail!: string;

  @Field(() => Int)
  readonly points!: number;
}

@ObjectType('ScorecardResult', { description: 'Result of the scorecard (评分结果)' })
export class ScorecardResultType {
  @Field(() => Int)
  readonly score!: number;

  @Field(() => RiskRatingEnum)
  readonly rating!: string;

  @Field(() => RiskRecommendationEnum)
  readonly recommendation!: string;

  @Field(() => [ScoreReasonType])
  readonly reasons!: ScoreReasonType[];
}

@ObjectType('StoredScore', { description: 'A score with its inputs and card version: it can be computed again (可复算的评分)' })
export class StoredScoreType extends ScorecardResultType {
  @Field(() => String)
  readonly cardId!: string;

  @Field(() => Int)
  readonly cardVersion!: number;

  @Field(() => String, { nullable: true, description: 'SHA-256 of the card; null for scores from before cards were kept as rows' })
  readonly cardHash?: string | null;

  @Field(() => ScoringFactsType)
  readonly inputs!: ScoringFactsType;

  @Field(() => DateTime)
  readonly scoredAt!: Date;
}

@ObjectType('ScoreRecomputation', { description: 'A stored score computed again from its inputs by its card version (评分复算)' })
export class ScoreRecomputationType {
  @Field(() => StoredScoreType)
  readonly stored!: StoredScoreType;

  @Field(() => ScorecardResultType)
  readonly recomputed!: ScorecardResultType;

  @Field(() => Boolean)
  readonly equal!: boolean;
}
