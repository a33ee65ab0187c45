import { Directive, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf, DateTime, LocalDate, Money, Permit } from '@weilend/graphql';
import {
  AlertCategoryEnum,
  AlertProbabilityEnum,
  AlertStateEnum,
  MeasureEffectEnum,
  MeasureKindEnum,
  MeasureStateEnum,
  RiskRatingEnum,
} from '../enums.type.js';
import { CustomerStub, EmployeeStub } from '../references.type.js';

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

  @Field(() => MeasureStateEnum)
  readonly state!: string;

  @Field(() => ID, { nullable: true, description: 'The loan that is meant' })
  readonly loanId!: string | null;

  @Field(() => CustomerStub, { nullable: true })
  readonly customer!: CustomerStub | null;

  @Field(() => ID, { nullable: true, description: 'The work of the department that carries it out' })
  readonly handoffId!: string | null;

  @Field(() => DateTime, { nullable: true })
  readonly handedOverAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was applied or came back' })
  readonly endedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'What was said of it by who carried it out' })
  readonly outcome!: string | null;

  @Field(() => MeasureEffectEnum, { nullable: true, description: 'Whether it worked (措施效果)' })
  readonly effect!: string | null;

  @Field(() => String, { nullable: true, description: 'What shows the effect' })
  readonly evidence!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When a freeze was lifted (解除冻结)' })
  readonly liftedAt!: Date | null;
}

@ObjectType('RiskAlertAssessment', { description: 'How likely the loss is and how much (预警评估)' })
export class AlertAssessmentType {
  @Field(() => AlertProbabilityEnum)
  readonly probability!: string;

  @Field(() => Money, { name: 'expectedLoss' })
  readonly expectedLossFen!: number;

  @Field(() => String)
  readonly text!: string;

  @Field(() => RiskRatingEnum)
  readonly levelBefore!: string;

  @Field(() => RiskRatingEnum)
  readonly level!: string;

  @Field(() => String, { nullable: true })
  readonly levelReason!: string | null;

  @Field(() => DateTime)
  readonly at!: Date;

  readonly by!: string;
}

@ObjectType('WarningFact', { description: 'A fact that fulfilled an early-warning rule' })
export class WarningFactType {
  @Field(() => ID, { description: 'The record or message that it came of' })
  readonly sourceId!: string;

  @Field(() => LocalDate)
  readonly on!: string;

  @Field(() => Int)
  readonly amount!: number;
}

@ObjectType('WarningRuleHit', { description: 'Which rule raised the alert, and by which facts (规则解释)' })
export class WarningRuleHitType {
  @Field(() => String)
  readonly code!: string;

  @Field(() => Int)
  readonly ruleVersion!: number;

  @Field(() => String)
  readonly explanation!: string;

  @Field(() => [WarningFactType])
  readonly facts!: WarningFactType[];
}

@ObjectType('RiskAlertEscalation', { description: 'Somebody took the alert further, and why (上报)' })
export class AlertEscalationType {
  @Field(() => String)
  readonly reason!: string;

  @Field(() => DateTime)
  readonly at!: Date;
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

  @Field(() => DateTime, { nullable: true, description: 'Until when its next step is owed (时限); null when it is closed' })
  readonly dueAt!: Date | null;

  @Field(() => LocalDate, { nullable: true, description: 'Earliest day of a measure that is not applied yet' })
  readonly measureDueOn!: string | null;

  @Field(() => ID, { nullable: true })
  readonly loanId!: string | null;

  @Field(() => WarningRuleHitType, { nullable: true, description: 'Of an alert that a rule raised' })
  readonly rule!: WarningRuleHitType | null;

  @Field(() => [AlertAssessmentType], { nullable: true, description: 'Oldest first' })
  @Permit('risk.read-check')
  readonly assessments!: AlertAssessmentType[];

  @Field(() => [AlertEscalationType], { description: 'Oldest first' })
  readonly escalations!: AlertEscalationType[];

  readonly applicationId!: string | null;
  readonly acknowledgedBy!: string | null;
  readonly trackerId!: string | null;
}

export const RiskAlertConnection = connectionOf(RiskAlertType, 'RiskAlert');
