import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateTime, LocalDate } from '@weilend/graphql';
import { CLOCK_STOPS } from '../domain/clock/clock-steps.js';
import type { ClockStops } from '../domain/clock/clock-steps.js';
import { enumOf } from './shared.type.js';

export const ClockModeEnum = enumOf(['system', 'controlled']);
registerEnumType(ClockModeEnum, {
  name: 'ClockMode',
  description: 'CONTROLLED: a coordinator or administrator may move it; never in production',
});
export const ClockAdvanceStateEnum = enumOf(['RUNNING', 'ARRIVED']);
registerEnumType(ClockAdvanceStateEnum, { name: 'ClockAdvanceState', description: 'Whether the clock is still on its way' });

export const ClockStopsEnum = enumOf(CLOCK_STOPS);
registerEnumType(ClockStopsEnum, {
  name: 'ClockStops',
  description: 'EVERY_DAY: at the beginning of each business day and at everything that becomes due. NOWHERE: straight there, over months',
});

@ObjectType('CompanyClock', { description: 'Business time of the company (业务时钟)' })
export class CompanyClockType {
  @Field(() => DateTime)
  readonly now!: Date;

  @Field(() => LocalDate, { description: 'Business date in Asia/Shanghai' })
  readonly today!: string;

  @Field(() => ClockModeEnum)
  readonly mode!: string;
}

@ObjectType('ClockAdvance', { description: 'A move of the controlled clock: poll it until it has ARRIVED' })
export class ClockAdvanceType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => ClockAdvanceStateEnum)
  readonly state!: string;

  @Field(() => DateTime)
  readonly from!: Date;

  @Field(() => DateTime)
  readonly to!: Date;

  @Field(() => Int, { description: 'Due moments and business days it has stopped at so far' })
  readonly steps!: number;
}

@InputType()
export class AdvanceClockInput {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;

  @Field(() => DateTime)
  readonly to!: Date;

  @Field(() => ClockStopsEnum, { nullable: true, description: 'Where it stops on the way; every day when left out' })
  readonly stops?: ClockStops | null;
}
