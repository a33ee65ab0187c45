import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf, DateTime, LocalDate, Permit, Rate } from '@weilend/graphql';
import { CLASS_CAUSES } from '../../domain/arrears/class-change.js';
import type { ClassChangeRow } from '../../domain/arrears/class-change.js';
import { LOAN_REQUEST_STATES } from '../../domain/loan-request/loan-request.machine.js';
import { LOAN_REQUEST_KINDS } from '../../domain/loan-request/loan-request.js';
import type { LoanRequest } from '../../domain/loan-request/loan-request.js';
import { SCHEDULE_CAUSES } from '../../domain/loan/schedule-version.js';
import type { ScheduleVersion } from '../../domain/loan/schedule-version.js';
import { LoanClassEnum } from '../loan.type.js';
import { EmployeeStub, LoanApplicationStub, RepaymentMethodEnum, rowView, ScheduleRowType, textEnum } from '../shared.type.js';

export const LoanRequestKindEnum = textEnum(
  'LoanRequestKind',
  LOAN_REQUEST_KINDS,
  'New terms (重组), leaving the books (核销), a better class (上调分类)',
);
export const LoanRequestStateEnum = textEnum('LoanRequestState', LOAN_REQUEST_STATES, 'State of a request to change a loan (贷款变更申请)');
export const ScheduleCauseEnum = textEnum(
  'ScheduleCause',
  SCHEDULE_CAUSES,
  'Why a schedule was made: payment, early repayment, restructure, or payments that were put right',
);
export const ClassCauseEnum = textEnum(
  'ClassCause',
  CLASS_CAUSES,
  'Why a class is another one: days past due, a person’s judgement, or an approved upgrade',
);

@ObjectType('RestructureTerms', { description: 'What is agreed for the rest of a loan (重组条件)' })
export class RestructureTermsType {
  @Field(() => Rate)
  readonly annualRate!: string;

  @Field(() => RepaymentMethodEnum)
  readonly method!: string;

  @Field(() => Int, { description: 'Monthly periods of the new schedule' })
  readonly periods!: number;

  @Field(() => LocalDate, { nullable: true, description: 'One month after the restructure when null' })
  readonly firstDueOn!: string | null;

  @Field(() => Int)
  readonly principalGracePeriods!: number;
}

@ObjectType('LoanRequest', { description: 'A request to change a running loan; another person decides (贷款变更申请)' })
@Permit('finance.read-loan-request')
export class LoanRequestType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => LoanRequestKindEnum)
  readonly kind!: string;

  @Field(() => LoanRequestStateEnum)
  readonly state!: string;

  @Field(() => ID)
  readonly loanId!: string;

  @Field(() => LoanApplicationStub)
  readonly application!: LoanApplicationStub;

  @Field(() => RestructureTermsType, { nullable: true, description: 'Of a restructure' })
  readonly terms!: RestructureTermsType | null;

  @Field(() => LoanClassEnum, { nullable: true, description: 'Wanted by an upgrade' })
  readonly loanClass!: string | null;

  @Field(() => String)
  readonly reason!: string;

  @Field(() => EmployeeStub)
  readonly proposedBy!: EmployeeStub;

  @Field(() => DateTime)
  readonly proposedAt!: Date;

  @Field(() => EmployeeStub, { nullable: true })
  readonly decidedBy!: EmployeeStub | null;

  @Field(() => DateTime, { nullable: true })
  readonly decidedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'What was said with the decision' })
  readonly decisionNote!: string | null;

  @Field(() => ID, { nullable: true, description: 'The measure of risk that it carries out' })
  readonly measureWorkId!: string | null;
}

export const LoanRequestConnection = connectionOf(LoanRequestType, 'LoanRequest');

export function loanRequestView(request: LoanRequest): LoanRequestType {
  const { id, state, loanId, applicationId, change, reason, proposedBy, proposedAt, decision } = request;
  return {
    ...{ id, state, loanId, reason, proposedAt, kind: change.kind, application: { id: applicationId }, proposedBy: { id: proposedBy } },
    terms: change.kind === 'RESTRUCTURE' ? change.terms : null,
    loanClass: change.kind === 'CLASS_UPGRADE' ? change.loanClass : null,
    decidedBy: decision && { id: decision.by },
    decidedAt: decision?.at ?? null,
    decisionNote: decision?.note ?? null,
    measureWorkId: request.measureWorkId,
  };
}

@ObjectType('LoanScheduleVersion', { description: 'A schedule that the loan had or has (还款计划版本); never changed' })
export class LoanScheduleVersionType {
  @Field(() => Int)
  readonly no!: number;

  @Field(() => ScheduleCauseEnum)
  readonly cause!: string;

  @Field(() => LocalDate)
  readonly effectiveOn!: string;

  @Field(() => Rate)
  readonly annualRate!: string;

  @Field(() => RepaymentMethodEnum)
  readonly method!: string;

  @Field(() => RestructureTermsType, { nullable: true, description: 'What was agreed, of a restructure' })
  readonly terms!: RestructureTermsType | null;

  @Field(() => [ScheduleRowType])
  readonly rows!: ScheduleRowType[];
}

export function scheduleVersionView({ restructure, rows, ...version }: ScheduleVersion): LoanScheduleVersionType {
  return { ...version, terms: restructure?.terms ?? null, rows: rows.map(rowView) };
}

@ObjectType('LoanClassChange', { description: 'A loan’s class became another one (分类变动记录)' })
export class LoanClassChangeType {
  @Field(() => LocalDate)
  readonly on!: string;

  @Field(() => LoanClassEnum)
  readonly from!: string;

  @Field(() => LoanClassEnum)
  readonly to!: string;

  @Field(() => Int)
  readonly daysPastDue!: number;

  @Field(() => ClassCauseEnum)
  readonly cause!: string;

  @Field(() => String, { nullable: true })
  readonly reason!: string | null;

  @Field(() => String, { description: 'The person, or finance’s day end' })
  readonly by!: string;

  @Field(() => DateTime)
  readonly at!: Date;
}

export const classChangeView = ({ on, from, to, daysPastDue, cause, reason, by, at }: ClassChangeRow): LoanClassChangeType => ({
  ...{ on, from, to, daysPastDue, cause, reason, by, at },
});
