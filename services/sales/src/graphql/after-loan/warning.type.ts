import { Field, ID, ObjectType } from '@nestjs/graphql';
import { DateTime } from '@weilend/graphql';
import { WARNING_MEASURES } from '../../domain/after-loan/warning.js';
import { enumOf, RiskAlertCategoryEnum, RiskRatingEnum } from '../enum.type.js';

export const WarningMeasureEnum = enumOf(
  'WarningMeasure',
  'What sales does while risk assesses a warning (预警应对措施)',
  WARNING_MEASURES,
);

@ObjectType('WarningOutcome', { description: 'What risk made of a warning (预警处理)' })
export class WarningOutcomeType {
  @Field(() => String, { nullable: true, description: 'Kind of the measure; null when the warning came back' })
  readonly measure!: string | null;

  @Field(() => [String])
  readonly reasons!: readonly string[];

  @Field(() => DateTime)
  readonly at!: Date;
}

@ObjectType('WarningAcknowledgement', { description: 'The superior knows of a warning (上级确认)' })
export class WarningAcknowledgementType {
  @Field(() => WarningMeasureEnum)
  readonly measure!: string;

  @Field(() => String)
  readonly comment!: string;

  @Field(() => DateTime)
  readonly at!: Date;

  readonly by!: string;
}

@ObjectType('LoanWarning', { description: 'A warning sign handed to risk (风险预警信号)' })
export class LoanWarning {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => ID)
  readonly handoffId!: string;

  @Field(() => RiskAlertCategoryEnum)
  readonly category!: string;

  @Field(() => RiskRatingEnum)
  readonly level!: string;

  @Field(() => String)
  readonly text!: string;

  @Field(() => DateTime)
  readonly reportedAt!: Date;

  @Field(() => WarningOutcomeType, { nullable: true })
  readonly outcome!: WarningOutcomeType | null;

  @Field(() => DateTime, { nullable: true, description: 'By when the superior has to acknowledge it; null when nothing is asked of him' })
  readonly acknowledgeDueAt!: Date | null;

  @Field(() => WarningAcknowledgementType, { nullable: true })
  readonly acknowledged!: WarningAcknowledgementType | null;

  readonly reportedBy!: string;
}
