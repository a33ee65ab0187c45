import { Field, ID, InputType } from '@nestjs/graphql';
import type { WarningCategory, WarningLevel, WarningMeasure } from '../../domain/after-loan/warning.js';
import { RiskAlertCategoryEnum, RiskRatingEnum } from '../enum.type.js';
import { WarningMeasureEnum } from './warning.type.js';

@InputType()
export class ReportWarningInput {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly applicationId!: string;

  @Field(() => RiskAlertCategoryEnum)
  readonly category!: WarningCategory;

  @Field(() => RiskRatingEnum)
  readonly level!: WarningLevel;

  @Field(() => String, { description: 'In words, without numbers of persons' })
  readonly text!: string;
}

@InputType()
export class AcknowledgeWarningInput {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly applicationId!: string;

  @Field(() => ID)
  readonly warningId!: string;

  @Field(() => WarningMeasureEnum)
  readonly measure!: WarningMeasure;

  @Field(() => String, { description: 'In words, without numbers of persons' })
  readonly comment!: string;
}
