import { ArgsType, Directive, Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf, DateTime, LocalDate, Money, MutationPayload, Permit } from '@weilend/graphql';
import { GATE_KINDS } from '../../domain/appraisal/scheme.js';
import type { GateKind } from '../../domain/appraisal/scheme.js';
import { FACT_KINDS, INDICATORS } from '../../domain/appraisal/indicator.js';
import type { FactKind, Indicator } from '../../domain/appraisal/indicator.js';
import { VERSION_READ } from '../version-read.js';

const same = (values: readonly string[]): Record<string, string> => Object.fromEntries(values.map((value) => [value, value]));
export const IndicatorEnum = same(INDICATORS);
registerEnumType(IndicatorEnum, { name: 'AppraisalIndicator', description: 'What a salesperson is measured by (考核指标)' });
export const FactKindEnum = same(FACT_KINDS);
registerEnumType(FactKindEnum, { name: 'AppraisalFactKind', description: 'Kind of fact behind a figure' });
export const GateEnum = same(GATE_KINDS);
registerEnumType(GateEnum, { name: 'AppraisalGateKind', description: 'What holds a score down (否决项)' });
export const SheetStateEnum = same(['OPEN', 'CLOSED']);
registerEnumType(SheetStateEnum, { name: 'AppraisalState', description: 'State of an appraisal sheet (考核表状态)' });

@ObjectType('AppraisalFact', { description: 'A fact behind a figure: a loan, a visit, a violation, a training' })
export class AppraisalFactType {
  @Field(() => FactKindEnum)
  readonly kind!: FactKind;

  @Field(() => ID, { description: 'Loan, customer, violation or training session' })
  readonly aboutId!: string;

  @Field(() => Float, { description: 'Fen, score, hours or 1' })
  readonly value!: number;

  @Field(() => LocalDate)
  readonly occurredOn!: string;

  @Field(() => String, { nullable: true, description: 'The quarter it counts in' })
  readonly quarter!: string;

  @Field(() => Boolean, { nullable: true, description: 'First loan ever of its customer; severe violation' })
  readonly marked!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'The quarter it would count in, had none been closed: where it differs, it is a correction (更正)',
  })
  readonly belongsTo?: string | null;

  @Field(() => String, { nullable: true, description: 'Severity of a violation' })
  readonly detail?: string | null;
}

@ObjectType('AppraisalFigures', { description: 'The figures of a person and quarter (考核数据)' })
export class AppraisalFiguresType {
  @Field(() => Money, { description: 'Disbursed amount (发放金额)' })
  readonly disbursedFen!: number;

  @Field(() => Int, { description: 'Number of loans (贷款笔数)' })
  readonly loans!: number;

  @Field(() => Int, { description: 'Customers with their first loan ever (新增客户数量)' })
  readonly newCustomers!: number;

  @Field(() => Float, { nullable: true, description: 'Average of 1 to 5; null without a sample (客户满意度)' })
  readonly satisfactionAverage!: number | null;

  @Field(() => Int)
  readonly satisfactionSample!: number;

  @Field(() => Int)
  readonly violations!: number;

  @Field(() => Int)
  readonly severeViolations!: number;

  @Field(() => Float)
  readonly trainingHours!: number;

  @Field(() => Int, { nullable: true, description: 'Sum of the scores: by the sample it is the average' })
  readonly satisfactionTotal?: number | null;

  @Field(() => Int, { nullable: true, description: 'Serious violations (严重违规)' })
  readonly seriousViolations?: number | null;

  @Field(() => Money, {
    nullable: true,
    description: 'Principal that the loans sold owe at the end of the quarter (贷款余额): below both rates',
  })
  readonly outstandingFen?: number | null;

  @Field(() => Money, { nullable: true, description: 'Of it late by a day or more (逾期余额)' })
  readonly overdueFen?: number | null;

  @Field(() => Money, { nullable: true, description: 'Of it substandard or worse (不良余额)' })
  readonly nplFen?: number | null;

  @Field(() => Int, { nullable: true, description: 'Loans whose first instalment came to be 30 days late in the quarter (首期违约)' })
  readonly firstPaymentDefaults?: number | null;

  @Field(() => Int, { nullable: true, description: 'Return visits and complaints with a deadline in the quarter' })
  readonly deadlinesDue?: number | null;

  @Field(() => Int, { nullable: true, description: 'Of them those that were kept (按期完成)' })
  readonly deadlinesKept?: number | null;
}

@ObjectType('AppraisalLine', { description: 'One indicator of a sheet with its points' })
export class AppraisalLineType {
  @Field(() => IndicatorEnum)
  readonly indicator!: Indicator;

  @Field(() => Int, { description: 'Percent' })
  readonly weight!: number;

  @Field(() => Float, { nullable: true, description: 'Null when absent: left out and re-weighted' })
  readonly actual!: number | null;

  @Field(() => Float, { nullable: true })
  readonly points!: number | null;

  @Field(() => Int, { nullable: true, description: 'Share of the score after re-weighting, in hundredths of a percent' })
  readonly shareBp?: number | null;
}

@ObjectType('AppraisalSheet', { description: 'Appraisal of a person in a natural quarter (季度考核表)' })
@Directive('@key(fields: "id")')
@Permit('hr.read-appraisal')
export class AppraisalSheetType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String)
  readonly quarter!: string;

  @Field(() => SheetStateEnum)
  readonly state!: string;

  @Field(() => LocalDate, { nullable: true })
  readonly closedOn!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When the next step is owed, or until when it may be appealed' })
  readonly dueAt?: Date | null;

  readonly employeeId!: string;
  readonly schemeId!: string;
}

export const AppraisalSheetConnection = connectionOf(AppraisalSheetType, 'AppraisalSheet');

@InputType()
export class CurvePointInput {
  @Field(() => Float, { description: 'In the unit of the target: fen, count, score, or a fraction for a rate' })
  readonly at!: number;

  @Field(() => Float, { description: '0 to 120' })
  readonly points!: number;
}

@InputType()
export class AppraisalGateInput {
  @Field(() => GateEnum)
  readonly kind!: GateKind;

  @Field(() => Float, { description: 'Number of severe violations, or the rate as a fraction' })
  readonly above!: number;

  @Field(() => Float, { description: 'Most points of who is above it, 0 to 120' })
  readonly cap!: number;
}

@ArgsType()
export class SheetFilterArgs {
  @Field(() => String, { nullable: true })
  readonly quarter?: string | null;

  @Field(() => Int, { nullable: true })
  readonly first?: number | null;

  @Field(() => String, { nullable: true })
  readonly after?: string | null;

  @Field(() => SheetStateEnum, { nullable: true })
  readonly state?: 'OPEN' | 'CLOSED' | null;

  @Field(() => ID, { nullable: true })
  readonly employeeId?: string | null;
}

@ArgsType()
export class SheetsDueArgs {
  @Field(() => DateTime, { nullable: true, description: 'Due up to then' })
  readonly until?: Date | null;

  @Field(() => Boolean, { nullable: true, description: 'Only what is late (已逾期)' })
  readonly overdue?: boolean | null;

  @Field(() => ID, { nullable: true, description: 'Only of the people whom this one leads (其下属)' })
  readonly managerId?: string | null;

  @Field(() => Int, { nullable: true })
  readonly first?: number | null;

  @Field(() => String, { nullable: true })
  readonly after?: string | null;
}

@InputType()
export class AppraisalSchemeLineInput {
  @Field(() => IndicatorEnum)
  readonly indicator!: Indicator;

  @Field(() => Int, { description: 'Whole percent; all lines sum to 100' })
  readonly weight!: number;

  @Field(() => Float, { description: 'Fen, count or score that earns 100 points' })
  readonly target!: number;

  @Field(() => [CurvePointInput], {
    nullable: true,
    description: 'Straight lines between these points; in proportion to the target when left out',
  })
  readonly curve?: CurvePointInput[] | null;
}

@InputType()
export class PublishAppraisalSchemeInput {
  @Field(() => String, { nullable: true })
  readonly requestKey?: string | null;

  @Field(() => String, { description: 'First quarter it counts in, e.g. 2026-Q3' })
  readonly fromQuarter!: string;

  @Field(() => [AppraisalSchemeLineInput])
  readonly lines!: AppraisalSchemeLineInput[];

  @Field(() => [AppraisalGateInput], { nullable: true, description: 'Limits that nothing makes up for (否决项)' })
  readonly gates?: AppraisalGateInput[] | null;

  @Field(() => Float, { nullable: true, description: 'Points that a manager may add or take off in all; none when left out' })
  readonly adjustmentLimit?: number | null;
}

@InputType()
export class OpenAppraisalInput {
  @Field(() => String, { nullable: true })
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly employeeId!: string;

  @Field(() => String)
  readonly quarter!: string;
}

@InputType()
export class CloseAppraisalInput {
  @Field(() => String, { nullable: true })
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly appraisalId!: string;
}

@ObjectType()
export class PublishAppraisalSchemePayload extends MutationPayload {
  @Field(() => ID, { nullable: true })
  readonly schemeId?: string | null;
}

@InputType()
export class ApproveAppraisalSchemeInput {
  @Field(() => String, { nullable: true })
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly schemeId!: string;

  @Field(() => Int, VERSION_READ)
  readonly version?: number | null;
}

@ObjectType()
export class ApproveAppraisalSchemePayload extends PublishAppraisalSchemePayload {}

@ObjectType()
export class OpenAppraisalPayload extends MutationPayload {
  @Field(() => AppraisalSheetType, { nullable: true })
  readonly appraisal?: AppraisalSheetType | null;
}

@ObjectType()
export class CloseAppraisalPayload extends MutationPayload {
  @Field(() => AppraisalSheetType, { nullable: true })
  readonly appraisal?: AppraisalSheetType | null;
}
