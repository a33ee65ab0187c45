import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf, DateTime, Money, MutationPayload, Permit } from '@weilend/graphql';
import {
  BonusBaseKindEnum,
  BonusCurveKindEnum,
  BonusFormulaStateEnum,
  BonusLateBucketEnum,
  BonusLoanClassEnum,
} from './bonus-enums.type.js';
import { VERSION_FIELD } from '../version-read.js';

@ObjectType('BonusLevel', { description: 'Fixed base of a level (岗位基数)' })
export class BonusLevelType {
  @Field(() => String, { description: 'Level of the career ladder, or a role' })
  readonly level!: string;

  @Field(() => Money)
  readonly amountFen!: number;
}

@ObjectType('BonusBase', { description: 'What a bonus starts from (奖金基数)' })
export class BonusBaseType {
  @Field(() => BonusBaseKindEnum)
  readonly kind!: string;

  @Field(() => Int, { nullable: true, description: 'Basis points of the disbursed amount' })
  readonly shareBps!: number | null;

  @Field(() => [BonusLevelType], { description: 'The highest level first' })
  readonly levels!: readonly BonusLevelType[];
}

@ObjectType('BonusCurvePoint', { description: 'A coefficient from so many points on (系数点)' })
export class BonusCurvePointType {
  @Field(() => Int, { description: 'Whole points, 0 to 120' })
  readonly at!: number;

  @Field(() => Int, { description: 'Basis points: 10000 is 1.0' })
  readonly coefficientBps!: number;
}

@ObjectType('BonusCurve', { description: 'A coefficient over points (系数曲线)' })
export class BonusCurveType {
  @Field(() => BonusCurveKindEnum)
  readonly kind!: string;

  @Field(() => [BonusCurvePointType])
  readonly points!: readonly BonusCurvePointType[];
}

@ObjectType('BonusRiskBand', { description: 'A coefficient from this share of the outstanding principal on (风险档)' })
export class BonusRiskBandType {
  @Field(() => Int, { description: 'Basis points' })
  readonly fromBps!: number;

  @Field(() => Int)
  readonly coefficientBps!: number;
}

@ObjectType('BonusRisk', { description: 'Coefficients by overdue and NPL rate; none does not look at the rate (风险系数)' })
export class BonusRiskType {
  @Field(() => [BonusRiskBandType])
  readonly overdue!: readonly BonusRiskBandType[];

  @Field(() => [BonusRiskBandType])
  readonly npl!: readonly BonusRiskBandType[];
}

@ObjectType('BonusCaps', { description: 'What a bonus never exceeds (奖金上限)' })
export class BonusCapsType {
  @Field(() => Money)
  readonly personFen!: number;

  @Field(() => Int, { nullable: true, description: 'Basis points of the base' })
  readonly shareOfBaseBps!: number | null;
}

@ObjectType('BonusShare', { description: 'A share and for how many quarters after its own (比例与期限)' })
export class BonusShareType {
  @Field(() => Int, { description: 'Basis points' })
  readonly shareBps!: number;

  @Field(() => Int)
  readonly quarters!: number;
}

@ObjectType('BonusBadLoan', { description: 'From when on a loan is bad (不良标准)' })
export class BonusBadLoanType {
  @Field(() => BonusLateBucketEnum)
  readonly bucket!: string;

  @Field(() => BonusLoanClassEnum)
  readonly loanClass!: string;
}

@ObjectType('BonusRule', { description: 'Base x performance x score x risk, caps, deferral and clawback (奖金计算规则)' })
export class BonusRuleType {
  @Field(() => BonusBaseType)
  readonly base!: BonusBaseType;

  @Field(() => BonusCurveType, { description: 'Over the points of sales performance' })
  readonly performance!: BonusCurveType;

  @Field(() => BonusCurveType, { description: 'Over the appraisal score' })
  readonly score!: BonusCurveType;

  @Field(() => BonusRiskType)
  readonly risk!: BonusRiskType;

  @Field(() => BonusCapsType)
  readonly caps!: BonusCapsType;

  @Field(() => Int, { description: 'Below this score there is no bonus' })
  readonly minScore!: number;

  @Field(() => BonusShareType, { description: 'Deferred share (递延)' })
  readonly deferral!: BonusShareType;

  @Field(() => BonusShareType, { description: 'Taken back of the part of a loan that turns bad (追回)' })
  readonly clawback!: BonusShareType;

  @Field(() => BonusBadLoanType)
  readonly bad!: BonusBadLoanType;
}

@ObjectType('BonusFormula', { description: 'A version of the bonus formula (奖金公式)' })
@Permit('hr.read-bonus-formula')
export class BonusFormulaType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => Int, VERSION_FIELD)
  readonly version?: number | null;

  @Field(() => BonusFormulaStateEnum)
  readonly state!: string;

  @Field(() => String, { description: 'First quarter it counts in, e.g. 2026-Q3' })
  readonly fromQuarter!: string;

  @Field(() => BonusRuleType)
  readonly formula!: BonusRuleType;

  @Field(() => String)
  readonly reason!: string;

  @Field(() => DateTime)
  readonly draftedAt!: Date;

  @Field(() => DateTime, { nullable: true })
  readonly publishedAt!: Date | null;

  @Field(() => String, { nullable: true })
  readonly withdrawalReason!: string | null;

  readonly draftedBy!: string;
  readonly publishedBy!: string | null;
}

export const BonusFormulaConnection = connectionOf(BonusFormulaType, 'BonusFormula');

@ObjectType({ isAbstract: true })
abstract class FormulaPayload extends MutationPayload {
  @Field(() => BonusFormulaType, { nullable: true })
  readonly formula?: BonusFormulaType | null;
}

@ObjectType()
export class DraftBonusFormulaPayload extends FormulaPayload {}

@ObjectType()
export class PublishBonusFormulaPayload extends FormulaPayload {}

@ObjectType()
export class WithdrawBonusFormulaPayload extends FormulaPayload {}
