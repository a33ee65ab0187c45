import { Directive, Field, ID, ObjectType } from '@nestjs/graphql';
import { connectionOf, DateTime, LocalDate, Permit } from '@weilend/graphql';
import { AlertCategoryEnum, AlertStateEnum, MeasureKindEnum, RiskRatingEnum } from '../enums.type.js';
import { EmployeeStub } from '../references.type.js';

@ObjectType('RiskMeasure', { description: 'What is done about a risk, by whom and until when (风险措施)' })
export class RiskMeasureType {
  @Field(() => ID)
  readonly measureId!: string;

  @Field(() => MeasureKindEnum)
  readonly kind!: string;

  @Field(() => EmployeeStub)
  readonly owner!: EmployeeStub;

  @Field(() => LocalDate)
  readonly dueOn!: string;

  @Field(() => String)
  readonly reason!: string;

  @Field(() => EmployeeStub)
  readonly decidedBy!: EmployeeStub;

  @Field(() => DateTime)
  readonly decidedAt!: Date;
}

@ObjectType('RiskAlert', { description: 'Alert on a credit, market or policy risk (风险预警)' })
@Directive('@key(fields: "id")')
@Permit('risk.read-risk-alert')
export class RiskAlertType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => AlertCategoryEnum)
  readonly category!: string;

  @Field(() => RiskRatingEnum)
  readonly level!: string;

  @Field(() => ID, { description: 'Customer, application, contract, loan or partner' })
  readonly aboutId!: string;

  @Field(() => String)
  readonly text!: string;

  @Field(() => String, { description: 'Who raised it: `employee:emp_…` or `service:sales`' })
  readonly raisedBy!: string;

  @Field(() => DateTime)
  readonly raisedAt!: Date;

  @Field(() => ID, { nullable: true, description: 'The work of assessing it, when sales handed it over' })
  readonly handoffId!: string | null;

  @Field(() => AlertStateEnum)
  readonly state!: string;

  @Field(() => DateTime, { nullable: true })
  readonly acknowledgedAt!: Date | null;

  readonly applicationId!: string | null;
  readonly acknowledgedBy!: string | null;
  readonly trackerId!: string | null;
}

export const RiskAlertConnection = connectionOf(RiskAlertType, 'RiskAlert');
