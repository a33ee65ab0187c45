import { Field, ID, InputType } from '@nestjs/graphql';
import type { WarningCategory, WarningLevel } from '../../domain/after-loan/warning.js';
import { RiskAlertCategoryEnum, RiskRatingEnum } from '../enum.type.js';

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
