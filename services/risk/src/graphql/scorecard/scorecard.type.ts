import { Directive, Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf, DateTime, LocalDate, Permit } from '@weilend/graphql';
import { RiskRatingEnum, RiskRecommendationEnum, ScorecardSegmentEnum, ScorecardStateEnum } from '../enums.type.js';
import { EmployeeStub } from '../references.type.js';

@ObjectType({ isAbstract: true })
abstract class ConditionFields {
  @Field(() => [String], { nullable: true, description: 'Values as they are written on the form; null for a range' })
  readonly values!: readonly string[] | null;

  @Field(() => Float, { nullable: true, description: 'From this whole number on; amounts in fen' })
  readonly from!: number | null;

  @Field(() => Float, { nullable: true, description: 'Below this whole number' })
  readonly below!: number | null;
}

@ObjectType('ScorecardBand', { description: 'Points for some values of a fact (分档)' })
export class ScorecardBandType extends ConditionFields {
  @Field(() => Int)
  readonly points!: number;
}

@ObjectType('ScorecardAttribute', { description: 'A fact with its bands (计分项)' })
export class ScorecardAttributeType {
  @Field(() => String)
  readonly fact!: string;

  @Field(() => String, { description: 'As the form calls it (名称)' })
  readonly name!: string;

  @Field(() => [ScorecardBandType])
  readonly bands!: readonly ScorecardBandType[];
}

@ObjectType('ScorecardRule', { description: 'A rule on one fact that decides by itself (准入或转人工规则)' })
export class ScorecardRuleType extends ConditionFields {
  @Field(() => String)
  readonly code!: string;

  @Field(() => String)
  readonly fact!: string;
}

@ObjectType('ScorecardGrade', { description: 'Rating and recommendation from so many points on (等级)' })
export class ScorecardGradeType {
  @Field(() => Int)
  readonly atLeast!: number;

  @Field(() => RiskRatingEnum)
  readonly rating!: string;

  @Field(() => RiskRecommendationEnum)
  readonly recommendation!: string;
}

@ObjectType('ScorecardOrigin', { description: 'Where fitted points come from and what they are worth on applications not seen (拟合来源)' })
export class ScorecardOriginType {
  @Field(() => LocalDate)
  readonly fittedOn!: string;

  @Field(() => String, { description: 'SHA-256 of the applications' })
  readonly dataSha256!: string;

  @Field(() => Float, { description: 'Area under the ROC curve' })
  readonly auc!: number;

  @Field(() => Float, { description: 'Kolmogorov-Smirnov distance' })
  readonly ks!: number;
}

@ObjectType('Scorecard', { description: 'A version of a scorecard of the company (评分卡版本)' })
@Directive('@key(fields: "id")')
@Permit('risk.read-scorecard')
export class ScorecardType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String)
  readonly cardId!: string;

  @Field(() => Int)
  readonly cardVersion!: number;

  @Field(() => String, { description: 'SHA-256 over everything the card says, in canonical JSON' })
  readonly hash!: string;

  @Field(() => ScorecardSegmentEnum, { description: 'Whom it is for' })
  readonly segment!: string;

  @Field(() => ScorecardStateEnum)
  readonly state!: string;

  @Field(() => Boolean, { description: 'Scores beside the card that decides, and decides nothing (挑战者)' })
  readonly challenger!: boolean;

  @Field(() => String)
  readonly reason!: string;

  @Field(() => ScorecardOriginType, { nullable: true })
  readonly origin!: ScorecardOriginType | null;

  @Field(() => [String], { description: 'Facts without which the application goes to people' })
  readonly required!: readonly string[];

  @Field(() => [ScorecardAttributeType])
  readonly attributes!: readonly ScorecardAttributeType[];

  @Field(() => [ScorecardRuleType], { description: 'What rejects whatever the points say (一票否决项)' })
  readonly knockOuts!: readonly ScorecardRuleType[];

  @Field(() => [ScorecardRuleType], { description: 'What goes to people whatever the points say (转人工规则)' })
  readonly refer!: readonly ScorecardRuleType[];

  @Field(() => [ScorecardGradeType])
  readonly grades!: readonly ScorecardGradeType[];

  @Field(() => EmployeeStub, { nullable: true, description: 'Null for a card that comes with the product' })
  readonly draftedBy!: EmployeeStub | null;

  @Field(() => DateTime)
  readonly draftedAt!: Date;

  @Field(() => EmployeeStub, { nullable: true })
  readonly proposedBy!: EmployeeStub | null;

  @Field(() => DateTime, { nullable: true })
  readonly proposedAt!: Date | null;

  @Field(() => EmployeeStub, { nullable: true })
  readonly approvedBy!: EmployeeStub | null;

  @Field(() => DateTime, { nullable: true })
  readonly approvedAt!: Date | null;

  @Field(() => EmployeeStub, { nullable: true })
  readonly activatedBy!: EmployeeStub | null;

  @Field(() => LocalDate, { nullable: true, description: 'Decides since this day' })
  readonly activeFrom!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was retired or turned down' })
  readonly closedAt!: Date | null;

  @Field(() => String, { nullable: true })
  readonly closingReason!: string | null;
}

export const ScorecardConnection = connectionOf(ScorecardType, 'Scorecard');

@ObjectType('ScorecardAgreement', { description: 'How often the two cards said this of the same investigation' })
export class ScorecardAgreementType {
  @Field(() => RiskRecommendationEnum)
  readonly champion!: string;

  @Field(() => RiskRecommendationEnum)
  readonly challenger!: string;

  @Field(() => Int)
  readonly count!: number;
}

@ObjectType('ScorecardComparison', { description: 'The card that decided and its challenger over a period (冠军与挑战者对比)' })
export class ScorecardComparisonType {
  @Field(() => Int)
  readonly total!: number;

  @Field(() => Int)
  readonly agreed!: number;

  @Field(() => Int, { description: 'The challenger would have been milder' })
  readonly milder!: number;

  @Field(() => Int, { description: 'The challenger would have been stricter' })
  readonly stricter!: number;

  @Field(() => [ScorecardAgreementType])
  readonly cells!: readonly ScorecardAgreementType[];
}
