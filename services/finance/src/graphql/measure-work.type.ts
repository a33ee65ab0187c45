import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf, DateTime, LocalDate, MutationPayload, Permit } from '@weilend/graphql';
import type { BorrowerFreeze } from '../domain/measure/borrower-freeze.js';
import { MEASURE_WORK_STATES } from '../domain/measure/measure-work.machine.js';
import type { MeasureWorkState } from '../domain/measure/measure-work.machine.js';
import { MEASURE_WORK_KINDS } from '../domain/measure/measure-work.js';
import type { MeasureWork } from '../domain/measure/measure-work.js';
import { CustomerStub, EmployeeStub, LoanApplicationStub, textEnum } from './shared.type.js';

export const MeasureWorkKindEnum = textEnum(
  'MeasureWorkKind',
  MEASURE_WORK_KINDS,
  'Collect early (提前催收), or change amount or term (调整额度或期限)',
);
export const MeasureWorkStateEnum = textEnum('MeasureWorkState', MEASURE_WORK_STATES, 'Where the work of a measure stands (措施任务状态)');

@ObjectType('MeasureWork', { description: 'A measure of risk that finance carries out (风险措施任务)' })
@Permit('finance.read-measure-work')
export class MeasureWorkType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => ID)
  readonly measureId!: string;

  @Field(() => ID)
  readonly alertId!: string;

  @Field(() => MeasureWorkKindEnum)
  readonly kind!: string;

  @Field(() => ID)
  readonly loanId!: string;

  @Field(() => CustomerStub)
  readonly customer!: CustomerStub;

  @Field(() => LoanApplicationStub)
  readonly application!: LoanApplicationStub;

  @Field(() => EmployeeStub, { description: 'Who sees to it (负责人)' })
  readonly owner!: EmployeeStub;

  @Field(() => LocalDate, { nullable: true, description: 'Until when it is owed (期限); null when it has ended' })
  readonly dueOn!: string | null;

  @Field(() => String)
  readonly reason!: string;

  @Field(() => DateTime)
  readonly openedAt!: Date;

  @Field(() => MeasureWorkStateEnum)
  readonly state!: string;

  @Field(() => ID, { nullable: true, description: 'The approved request that did it' })
  readonly requestId!: string | null;

  @Field(() => String, { nullable: true, description: 'What was reached, or why it came back' })
  readonly outcome!: string | null;

  @Field(() => EmployeeStub, { nullable: true })
  readonly endedBy!: EmployeeStub | null;

  @Field(() => DateTime, { nullable: true })
  readonly endedAt!: Date | null;
}
export const MeasureWorkConnection = connectionOf(MeasureWorkType, 'MeasureWork');

export function measureWorkView(work: MeasureWork): MeasureWorkType {
  const { id, measureId, alertId, kind, loanId, dueOn, reason, openedAt, state, requestId, outcome, endedAt } = work;
  return {
    ...{ id, measureId, alertId, kind, loanId, dueOn, reason, openedAt, state, requestId, outcome, endedAt },
    ...{ customer: { id: work.customerId }, application: { id: work.applicationId }, owner: { id: work.ownerId } },
    endedBy: work.endedBy === null ? null : { id: work.endedBy },
  };
}

@ObjectType('BorrowerFreeze', { description: 'A borrower to whom nothing is paid out while risk says so (冻结放款)' })
@Permit('finance.read-measure-work')
export class BorrowerFreezeType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => CustomerStub)
  readonly customer!: CustomerStub;

  @Field(() => ID)
  readonly measureId!: string;

  @Field(() => ID)
  readonly alertId!: string;

  @Field(() => LocalDate)
  readonly since!: string;

  @Field(() => String)
  readonly reason!: string;
}
export const BorrowerFreezeConnection = connectionOf(BorrowerFreezeType, 'BorrowerFreeze');

export const borrowerFreezeView = ({ id, customerId, measureId, alertId, since, reason }: BorrowerFreeze): BorrowerFreezeType => ({
  ...{ id, measureId, alertId, since, reason, customer: { id: customerId } },
});

@ArgsType()
export class MeasureWorkListArgs {
  @Field(() => MeasureWorkStateEnum, { nullable: true })
  readonly state?: MeasureWorkState | null;

  @Field(() => ID, { nullable: true })
  readonly ownerId?: string | null;

  @Field(() => ID, { nullable: true })
  readonly loanId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Only those whose day has passed (逾期未办)' })
  readonly overdue?: boolean | null;

  @Field(() => Int, { nullable: true })
  readonly first?: number | null;

  @Field(() => String, { nullable: true })
  readonly after?: string | null;
}

@InputType({ isAbstract: true })
abstract class EndMeasureWorkInput {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly workId!: string;

  @Field(() => String, { description: 'What was reached, or why it comes back; no numbers of persons' })
  readonly text!: string;
}

@InputType()
export class CompleteMeasureWorkInput extends EndMeasureWorkInput {}

@InputType()
export class ReturnMeasureWorkInput extends EndMeasureWorkInput {}

@ObjectType({ isAbstract: true })
abstract class MeasureWorkPayload extends MutationPayload {
  @Field(() => MeasureWorkType, { nullable: true })
  readonly measureWork?: MeasureWorkType | null;
}

@ObjectType()
export class CompleteMeasureWorkPayload extends MeasureWorkPayload {}

@ObjectType()
export class ReturnMeasureWorkPayload extends MeasureWorkPayload {}
