import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateTime } from '@weilend/graphql';
import { ReportCheckEnum, RiskRatingEnum, RiskRecommendationEnum } from '../enums.type.js';

@ObjectType('ExplainedAttribute', { description: 'What an attribute gave and could have given (计分明细)' })
export class ExplainedAttributeType {
  @Field(() => String)
  readonly fact!: string;

  @Field(() => String, { description: 'As the form calls it (名称)' })
  readonly name!: string;

  @Field(() => String, { description: 'The answer in words (取值)' })
  readonly value!: string;

  @Field(() => Int)
  readonly points!: number;

  @Field(() => Int, { description: 'The most that it can give by the card' })
  readonly bestPoints!: number;
}

@ObjectType('ScoreExplanation', { description: 'Why a score is what it is (评分说明)' })
export class ScoreExplanationType {
  @Field(() => Int)
  readonly score!: number;

  @Field(() => Int)
  readonly bestScore!: number;

  @Field(() => Int, { nullable: true, description: 'Points that are missing to the next better grade; null in the best one' })
  readonly pointsToNextGrade!: number | null;

  @Field(() => [ExplainedAttributeType])
  readonly attributes!: readonly ExplainedAttributeType[];

  @Field(() => [String], { description: 'For the applicant, in Chinese, the strongest first (主要不利因素)' })
  readonly reasonsAgainst!: readonly string[];
}

@ObjectType('ChallengerScore', { description: 'What a card in the shadow says of an investigation; it decides nothing (挑战者评分)' })
export class ChallengerScoreType {
  @Field(() => ID, { description: 'The card in the shadow' })
  readonly challengerId!: string;

  @Field(() => ID, { description: 'The card that decided' })
  readonly championId!: string;

  @Field(() => Int)
  readonly championScore!: number;

  @Field(() => RiskRecommendationEnum)
  readonly championRecommendation!: string;

  @Field(() => Int)
  readonly challengerScore!: number;

  @Field(() => RiskRatingEnum)
  readonly challengerRating!: string;

  @Field(() => RiskRecommendationEnum)
  readonly challengerRecommendation!: string;

  @Field(() => DateTime)
  readonly scoredAt!: Date;
}

@ObjectType('RiskReportCheck', { description: 'One line of the check of a final report (报告核验)' })
export class RiskReportCheckType {
  @Field(() => ReportCheckEnum)
  readonly check!: string;

  @Field(() => Boolean)
  readonly holds!: boolean;

  @Field(() => String)
  readonly detail!: string;
}
