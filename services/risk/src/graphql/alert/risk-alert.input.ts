import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import type { RiskRating } from '@weilend/contracts';
import { LocalDate } from '@weilend/graphql';
import type { AlertState } from '../../domain/alert/risk-alert.machine.js';
import type { AlertCategory, MeasureKind } from '../../domain/alert/risk-alert.js';
import { AlertCategoryEnum, AlertStateEnum, MeasureKindEnum, RiskRatingEnum } from '../enums.type.js';

const requestKey = { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' };

@InputType()
export class ReportRiskInput {
  @Field(() => String, requestKey)
  readonly requestKey?: string | null;

  @Field(() => AlertCategoryEnum)
  readonly category!: AlertCategory;

  @Field(() => RiskRatingEnum)
  readonly level!: RiskRating;

  @Field(() => ID, { description: 'Customer, application, contract, loan or partner' })
  readonly aboutId!: string;

  @Field(() => String)
  readonly text!: string;
}

@InputType({ isAbstract: true })
abstract class OnAlert {
  @Field(() => String, requestKey)
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly alertId!: string;
}

@InputType()
export class AcknowledgeAlertInput extends OnAlert {}

@InputType()
export class AssignAlertTrackerInput extends OnAlert {
  @Field(() => ID)
  readonly trackerId!: string;
}

@InputType()
export class RecordMeasureInput extends OnAlert {
  @Field(() => MeasureKindEnum)
  readonly kind!: MeasureKind;

  @Field(() => ID)
  readonly ownerId!: string;

  @Field(() => LocalDate)
  readonly dueOn!: string;

  @Field(() => String)
  readonly reason!: string;
}

@ArgsType()
export class RiskAlertFilterArgs {
  @Field(() => AlertStateEnum, { nullable: true })
  readonly state?: AlertState | null;

  @Field(() => AlertCategoryEnum, { nullable: true })
  readonly category?: AlertCategory | null;

  @Field(() => RiskRatingEnum, { nullable: true })
  readonly level?: RiskRating | null;

  @Field(() => Boolean, { nullable: true, description: 'The exception list: HIGH alerts without a dedicated person' })
  readonly highWithoutTracker?: boolean | null;

  @Field(() => Int, { nullable: true })
  readonly first?: number | null;

  @Field(() => String, { nullable: true })
  readonly after?: string | null;
}
