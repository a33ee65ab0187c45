import { Field, ID, ObjectType } from '@nestjs/graphql';
import { DateTime } from '@weilend/graphql';
import { RiskAlertCategoryEnum, RiskRatingEnum } from '../enum.type.js';

@ObjectType('WarningOutcome', { description: 'What risk made of a warning (预警处理)' })
export class WarningOutcomeType {
  @Field(() => String, { nullable: true, description: 'Kind of the measure; null when the warning came back' })
  readonly measure!: string | null;

  @Field(() => [String])
  readonly reasons!: readonly string[];

  @Field(() => DateTime)
  readonly at!: Date;
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

  readonly reportedBy!: string;
}
