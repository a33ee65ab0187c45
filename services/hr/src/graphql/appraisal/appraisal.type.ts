import { Directive, Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf, LocalDate, Money, MutationPayload, Permit } from '@weilend/graphql';
import { FACT_KINDS, INDICATORS } from '../../domain/appraisal/indicator.js';
import type { FactKind, Indicator } from '../../domain/appraisal/indicator.js';

const same = (values: readonly string[]): Record<string, string> => Object.fromEntries(values.map((value) => [value, value]));
export const IndicatorEnum = same(INDICATORS);
registerEnumType(IndicatorEnum, { name: 'AppraisalIndicator', description: 'What a salesperson is measured by (考核指标)' });
export const FactKindEnum = same(FACT_KINDS);
registerEnumType(FactKindEnum, { name: 'AppraisalFactKind', description: 'Kind of fact behind a figure' });
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

  readonly employeeId!: string;
  readonly schemeId!: string;
}

export const AppraisalSheetConnection = connectionOf(AppraisalSheetType, 'AppraisalSheet');

@InputType()
export class AppraisalSchemeLineInput {
  @Field(() => IndicatorEnum)
  readonly indicator!: Indicator;

  @Field(() => Int, { description: 'Whole percent; all lines sum to 100' })
  readonly weight!: number;

  @Field(() => Float, { description: 'Fen, count or score that earns 100 points' })
  readonly target!: number;
}

@InputType()
export class PublishAppraisalSchemeInput {
  @Field(() => String, { nullable: true })
  readonly requestKey?: string | null;

  @Field(() => String, { description: 'First quarter it counts in, e.g. 2026-Q3' })
  readonly fromQuarter!: string;

  @Field(() => [AppraisalSchemeLineInput])
  readonly lines!: AppraisalSchemeLineInput[];
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
