import { ArgsType, Directive, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { RiskRating } from '@weilend/contracts';
import { connectionOf, DateTime, MutationPayload, Permit } from '@weilend/graphql';
import type { AlertCategory } from '../../domain/alert/risk-alert.js';
import type { WarningRuleState } from '../../domain/early-warning/warning-rule.machine.js';
import type { WarningSignal } from '../../domain/early-warning/warning-rule.js';
import { AlertCategoryEnum, RiskRatingEnum, WarningRuleStateEnum, WarningSignalEnum } from '../enums.type.js';

@ObjectType('WarningRule', { description: 'One version of an early-warning rule (预警规则版本)' })
@Directive('@key(fields: "id")')
@Permit('risk.read-warning-rule')
export class WarningRuleType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String)
  readonly code!: string;

  @Field(() => Int)
  readonly ruleVersion!: number;

  @Field(() => WarningRuleStateEnum)
  readonly state!: string;

  @Field(() => WarningSignalEnum)
  readonly signal!: string;

  @Field(() => Int, { description: 'From this amount of the signal on a fact counts (阈值)' })
  readonly leastAmount!: number;

  @Field(() => Int, { description: 'How many facts (次数)' })
  readonly times!: number;

  @Field(() => Boolean, { description: 'One a month, in successive months (连续)' })
  readonly inARow!: boolean;

  @Field(() => Int, { description: 'What the facts amount to together; 0 when it does not matter' })
  readonly leastTotal!: number;

  @Field(() => Int, { description: 'Window in days (观察期)' })
  readonly windowDays!: number;

  @Field(() => AlertCategoryEnum)
  readonly category!: string;

  @Field(() => RiskRatingEnum)
  readonly level!: string;

  @Field(() => String, { description: 'Rules of one key raise one alert of a subject' })
  readonly dedupeKey!: string;

  @Field(() => String)
  readonly meaning!: string;

  @Field(() => String)
  readonly draftedBy!: string;

  @Field(() => DateTime)
  readonly draftedAt!: Date;

  @Field(() => String, { nullable: true })
  readonly activatedBy!: string | null;

  @Field(() => DateTime, { nullable: true })
  readonly activatedAt!: Date | null;

  @Field(() => DateTime, { nullable: true })
  readonly retiredAt!: Date | null;
}
export const WarningRuleConnection = connectionOf(WarningRuleType, 'WarningRule');

@InputType()
export class DraftWarningRuleInput {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;

  @Field(() => String)
  readonly code!: string;

  @Field(() => WarningSignalEnum)
  readonly signal!: WarningSignal;

  @Field(() => Int, { defaultValue: 1 })
  readonly leastAmount!: number;

  @Field(() => Int, { defaultValue: 1 })
  readonly times!: number;

  @Field(() => Boolean, { defaultValue: false })
  readonly inARow!: boolean;

  @Field(() => Int, { defaultValue: 0 })
  readonly leastTotal!: number;

  @Field(() => Int)
  readonly windowDays!: number;

  @Field(() => AlertCategoryEnum)
  readonly category!: AlertCategory;

  @Field(() => RiskRatingEnum)
  readonly level!: RiskRating;

  @Field(() => String)
  readonly dedupeKey!: string;

  @Field(() => String)
  readonly meaning!: string;
}

@InputType({ isAbstract: true })
abstract class OnWarningRule {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly ruleId!: string;
}

@InputType()
export class ActivateWarningRuleInput extends OnWarningRule {}

@InputType()
export class RetireWarningRuleInput extends OnWarningRule {}

@ObjectType({ isAbstract: true })
abstract class WarningRulePayload extends MutationPayload {
  @Field(() => WarningRuleType, { nullable: true })
  readonly warningRule?: WarningRuleType | null;
}

@ObjectType()
export class DraftWarningRulePayload extends WarningRulePayload {}

@ObjectType()
export class ActivateWarningRulePayload extends WarningRulePayload {}

@ObjectType()
export class RetireWarningRulePayload extends WarningRulePayload {}

@ArgsType()
export class WarningRuleFilterArgs {
  @Field(() => WarningRuleStateEnum, { nullable: true })
  readonly state?: WarningRuleState | null;

  @Field(() => WarningSignalEnum, { nullable: true })
  readonly signal?: WarningSignal | null;

  @Field(() => String, { nullable: true })
  readonly code?: string | null;

  @Field(() => Int, { nullable: true })
  readonly first?: number | null;

  @Field(() => String, { nullable: true })
  readonly after?: string | null;
}
