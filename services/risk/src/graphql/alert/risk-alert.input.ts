import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import type { RiskRating } from '@weilend/contracts';
import { LocalDate, Money } from '@weilend/graphql';
import type { AlertState } from '../../domain/alert/risk-alert.machine.js';
import type { MeasureEffect, MeasureKind } from '../../domain/alert/measure.js';
import type { AlertCategory, Probability } from '../../domain/alert/risk-alert.js';
import {
  AlertCategoryEnum,
  AlertProbabilityEnum,
  AlertStateEnum,
  MeasureEffectEnum,
  MeasureKindEnum,
  RiskRatingEnum,
} from '../enums.type.js';

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

  @Field(() => ID, { nullable: true, description: 'Loan, application or customer that is meant, where it is not what the alert is about' })
  readonly targetId?: string | null;
}

@InputType()
export class AssessAlertInput extends OnAlert {
  @Field(() => AlertProbabilityEnum)
  readonly probability!: Probability;

  @Field(() => Money, { description: 'Loss that is expected (预计损失)' })
  readonly expectedLoss!: number;

  @Field(() => String)
  readonly text!: string;

  @Field(() => RiskRatingEnum, { nullable: true, description: 'Another level than before; needs its reason' })
  readonly level?: RiskRating | null;

  @Field(() => String, { nullable: true })
  readonly levelReason?: string | null;
}

@InputType({ isAbstract: true })
abstract class OnMeasure extends OnAlert {
  @Field(() => ID)
  readonly measureId!: string;
}

@InputType()
export class HandOverMeasureInput extends OnMeasure {
  @Field(() => ID, { nullable: true, description: 'Loan, application or customer that is meant, where it is not what the alert is about' })
  readonly targetId?: string | null;
}

@InputType()
export class CheckMeasureInput extends OnMeasure {
  @Field(() => MeasureEffectEnum)
  readonly effect!: MeasureEffect;

  @Field(() => String, { description: 'What shows it: figures, dates, papers' })
  readonly evidence!: string;
}

@InputType()
export class LiftFreezeInput extends OnMeasure {
  @Field(() => String)
  readonly reason!: string;
}

@InputType()
export class EscalateAlertInput extends OnAlert {
  @Field(() => String)
  readonly reason!: string;
}

@InputType()
export class CloseAlertInput extends OnAlert {
  @Field(() => String, { description: 'How it ended' })
  readonly text!: string;
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

  @Field(() => Boolean, { nullable: true, description: 'Those that I track, raised, or have to act on (我的预警)' })
  readonly mine?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whose next step is past its deadline (超时预警)' })
  readonly overdue?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'With a measure whose day has passed and that is not applied (超期措施)' })
  readonly measureOverdue?: boolean | null;

  @Field(() => ID, { nullable: true, description: 'A customer, loan, application or other subject' })
  readonly about?: string | null;

  @Field(() => String, { nullable: true, description: 'Raised by an early-warning rule of this code' })
  readonly ruleCode?: string | null;

  @Field(() => Int, { nullable: true })
  readonly first?: number | null;

  @Field(() => String, { nullable: true })
  readonly after?: string | null;
}
