import { ArgsType, Field, Float, ID, InputType, Int } from '@nestjs/graphql';
import type { TrainingTopic } from '../../domain/career/ladder.js';
import type { EqualEnd, HonourKind, HonourScope } from '../../domain/honour/honour-rule.js';
import type { Honour } from '../../domain/honour/honour.js';
import type { HonourMetric } from '../../domain/honour/measure.js';
import { CareerTopicEnum } from '../career/career-enums.type.js';
import { PageArgs } from '../career/career.input.js';
import { EqualEndEnum, HonourKindEnum, HonourMetricEnum, HonourScopeEnum, HonourStateEnum } from './honour.type.js';
import { VERSION_READ } from '../version-read.js';

@InputType()
export class HonourMinimumInput {
  @Field(() => HonourMetricEnum)
  readonly metric!: HonourMetric;

  @Field(() => Float)
  readonly least!: number;
}

@InputType()
export class PublishHonourRuleInput {
  @Field(() => String, { nullable: true })
  readonly requestKey?: string | null;

  @Field(() => HonourKindEnum)
  readonly honour!: HonourKind;

  @Field(() => HonourScopeEnum)
  readonly scope!: HonourScope;

  @Field(() => String, { description: 'First quarter it counts in' })
  readonly fromQuarter!: string;

  @Field(() => HonourMetricEnum)
  readonly metric!: HonourMetric;

  @Field(() => [HonourMinimumInput])
  readonly minimums!: HonourMinimumInput[];

  @Field(() => [HonourMetricEnum])
  readonly tieBreakers!: HonourMetric[];

  @Field(() => Int)
  readonly places!: number;

  @Field(() => EqualEndEnum)
  readonly whenEqual!: EqualEnd;

  @Field(() => Int)
  readonly leastQuarters!: number;

  @Field(() => CareerTopicEnum, { nullable: true, defaultValue: null })
  readonly trainingTopic!: TrainingTopic | null;
}

@InputType()
export class ApproveHonourRuleInput {
  @Field(() => String, { nullable: true })
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly ruleId!: string;

  @Field(() => Int, VERSION_READ)
  readonly version?: number | null;
}

@InputType()
export class RevokeHonourInput {
  @Field(() => String, { nullable: true })
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly awardId!: string;

  @Field(() => String)
  readonly reason!: string;
}

@InputType()
export class ProposeHonourInput {
  @Field(() => String, { nullable: true })
  readonly requestKey?: string | null;

  @Field(() => HonourKindEnum)
  readonly honour!: HonourKind;

  @Field(() => String, { description: '2026-Q3 or 2026' })
  readonly period!: string;
}

@InputType()
export class ConfirmHonourInput {
  @Field(() => String, { nullable: true })
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly honourId!: string;

  @Field(() => String, { nullable: true })
  readonly note?: string | null;
}

@ArgsType()
export class HonourArgs extends PageArgs {
  @Field(() => String, { nullable: true })
  readonly period?: string | null;

  @Field(() => HonourKindEnum, { nullable: true })
  readonly honour?: HonourKind | null;

  @Field(() => HonourStateEnum, { nullable: true })
  readonly state?: Honour['state'] | null;
}

@ArgsType()
export class HonourAwardArgs extends PageArgs {
  @Field(() => String, { nullable: true })
  readonly period?: string | null;

  @Field(() => ID, { nullable: true })
  readonly employeeId?: string | null;
}

@ArgsType()
export class HonourRuleArgs extends PageArgs {
  @Field(() => HonourKindEnum, { nullable: true })
  readonly honour?: HonourKind | null;

  @Field(() => HonourScopeEnum, { nullable: true })
  readonly scope?: HonourScope | null;
}
