import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf, DateTime, LocalDate, MutationPayload, Permit } from '@weilend/graphql';
import { APPRAISAL_STAGES, APPRAISAL_STEPS } from '../../domain/appraisal/appraisal.machine.js';
import type { CurvePoint } from '../../domain/appraisal/curve.js';
import type { SchemeGate } from '../../domain/appraisal/scheme.js';
import { AppraisalSheetType, GateEnum, IndicatorEnum } from './appraisal.type.js';
import { VERSION_FIELD } from '../version-read.js';

export const StageEnum = Object.fromEntries(APPRAISAL_STAGES.map((value) => [value, value]));
registerEnumType(StageEnum, { name: 'AppraisalStage', description: 'How far an appraisal is (考核环节)' });
const StepEnum = Object.fromEntries(APPRAISAL_STEPS.map((value) => [value, value]));
registerEnumType(StepEnum, {
  name: 'AppraisalStep',
  description: 'What somebody owes on a sheet: self view, review, decision of an appeal (自评、复核、申诉处理)',
});
export const QuarterStateEnum = { OPEN: 'OPEN', CLOSING: 'CLOSING', CLOSED: 'CLOSED' };
registerEnumType(QuarterStateEnum, { name: 'AppraisalQuarterState', description: 'State of a quarter of the company (季度状态)' });

@ObjectType('AppraisalWord', { description: 'What somebody said of a quarter' })
export class AppraisalWordType {
  @Field(() => String)
  readonly text!: string;

  @Field(() => ID)
  readonly by!: string;

  @Field(() => DateTime)
  readonly at!: Date;
}

@ObjectType('AppraisalAdjustment', { description: "A manager's adjustment of a score, with its reason (主管调整)" })
export class AppraisalAdjustmentType {
  @Field(() => Float)
  readonly points!: number;

  @Field(() => String)
  readonly reason!: string;
}

@ObjectType('AppraisalReview', { description: "The manager's review (主管复核)" })
export class AppraisalReviewType extends AppraisalWordType {
  @Field(() => [AppraisalAdjustmentType])
  readonly adjustments!: AppraisalAdjustmentType[];
}

@ObjectType('AppraisalAppealDecision', { description: 'How an appeal was decided' })
export class AppraisalAppealDecisionType extends AppraisalReviewType {
  @Field(() => Boolean)
  readonly accepted!: boolean;
}

@ObjectType('AppraisalAppeal', { description: 'What the person appealed against (申诉)' })
export class AppraisalAppealType extends AppraisalWordType {
  @Field(() => AppraisalAppealDecisionType, { nullable: true })
  readonly decision!: AppraisalAppealDecisionType | null;
}

@ObjectType('AppraisalEscalation', { description: 'The time of a step ran out, and those above who owed it were told (逾期上报)' })
export class AppraisalEscalationType {
  @Field(() => StepEnum)
  readonly step!: string;

  @Field(() => DateTime, { description: 'Until when it was owed' })
  readonly dueAt!: Date;

  @Field(() => DateTime)
  readonly at!: Date;

  @Field(() => [ID], { description: 'Employees who were told' })
  readonly toIds!: string[];
}

@ObjectType('AppraisalGate', { description: 'A limit that nothing makes up for (否决项)' })
export class AppraisalGateType implements SchemeGate {
  @Field(() => GateEnum)
  readonly kind!: SchemeGate['kind'];

  @Field(() => Float)
  readonly above!: number;

  @Field(() => Float)
  readonly cap!: number;
}

@ObjectType('AppraisalCurvePoint')
export class CurvePointType implements CurvePoint {
  @Field(() => Float)
  readonly at!: number;

  @Field(() => Float)
  readonly points!: number;
}

@ObjectType('AppraisalSchemeLine')
export class AppraisalSchemeLineType {
  @Field(() => IndicatorEnum)
  readonly indicator!: string;

  @Field(() => Int, { description: 'Percent' })
  readonly weight!: number;

  @Field(() => Float)
  readonly target!: number;

  @Field(() => [CurvePointType], { nullable: true })
  readonly curve?: CurvePointType[] | null;
}

@ObjectType('AppraisalScheme', { description: 'The published rule of appraisal from a quarter on (考核方案)' })
@Permit('hr.read-appraisal')
export class AppraisalSchemeType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => Int, VERSION_FIELD)
  readonly version?: number | null;

  @Field(() => String)
  readonly fromQuarter!: string;

  @Field(() => [AppraisalSchemeLineType])
  readonly lines!: AppraisalSchemeLineType[];

  @Field(() => [AppraisalGateType], { nullable: true })
  readonly gates?: AppraisalGateType[] | null;

  @Field(() => Float, { nullable: true })
  readonly adjustmentLimit?: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'PROPOSED until another person approves it, then PUBLISHED; null on schemes of before',
  })
  readonly state?: string | null;

  @Field(() => ID, { nullable: true })
  readonly proposedBy?: string | null;

  @Field(() => ID, { nullable: true })
  readonly approvedBy?: string | null;
}
export const AppraisalSchemeConnection = connectionOf(AppraisalSchemeType, 'AppraisalScheme');

@ObjectType('AppraisalQuarter', { description: 'A quarter of the whole company and how far its closing is (季度考核周期)' })
@Permit('hr.read-appraisal')
export class AppraisalQuarterType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String)
  readonly quarter!: string;

  @Field(() => QuarterStateEnum)
  readonly state!: string;

  @Field(() => Int, { description: 'Sheets when the closing began' })
  readonly sheets!: number;

  @Field(() => Int, { description: 'Of them closed by now' })
  readonly done!: number;

  @Field(() => DateTime, { nullable: true })
  readonly startedAt!: Date | null;

  @Field(() => LocalDate, { nullable: true })
  readonly closedOn!: string | null;
}

@InputType({ isAbstract: true })
abstract class KeyedInput {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;
}

@InputType({ isAbstract: true })
abstract class OnSheet extends KeyedInput {
  @Field(() => ID)
  readonly appraisalId!: string;

  @Field(() => String)
  readonly text!: string;
}

@InputType()
export class AppraisalAdjustmentInput {
  @Field(() => Float, { description: 'Points, up or down' })
  readonly points!: number;

  @Field(() => String)
  readonly reason!: string;
}

@InputType()
export class ViewOwnAppraisalInput extends OnSheet {}

@InputType()
export class ReviewAppraisalInput extends OnSheet {
  @Field(() => [AppraisalAdjustmentInput], { nullable: true })
  readonly adjustments?: AppraisalAdjustmentInput[] | null;
}

@InputType()
export class AppealAppraisalInput extends OnSheet {}

@InputType()
export class DecideAppraisalAppealInput extends OnSheet {
  @Field(() => Boolean)
  readonly accepted!: boolean;

  @Field(() => [AppraisalAdjustmentInput], { nullable: true, description: "Take the place of the review's when the appeal is accepted" })
  readonly adjustments?: AppraisalAdjustmentInput[] | null;
}

@InputType()
export class CloseAppraisalQuarterInput extends KeyedInput {
  @Field(() => String)
  readonly quarter!: string;
}

@ObjectType({ isAbstract: true })
abstract class SheetPayload extends MutationPayload {
  @Field(() => AppraisalSheetType, { nullable: true })
  readonly appraisal?: AppraisalSheetType | null;
}

@ObjectType()
export class ViewOwnAppraisalPayload extends SheetPayload {}
@ObjectType()
export class ReviewAppraisalPayload extends SheetPayload {}
@ObjectType()
export class AppealAppraisalPayload extends SheetPayload {}
@ObjectType()
export class DecideAppraisalAppealPayload extends SheetPayload {}

@ObjectType()
export class CloseAppraisalQuarterPayload extends MutationPayload {
  @Field(() => AppraisalQuarterType, { nullable: true })
  readonly appraisalQuarter?: AppraisalQuarterType | null;
}
