import { ArgsType, Directive, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf, DateTime, Permit } from '@weilend/graphql';
import type { Department } from '@weilend/kernel';
import type { StuckDeliveryState } from '../domain/deliveries/stuck-delivery.machine.js';
import { DepartmentEnum, enumOf } from './shared.type.js';

const STATES = ['WAITING', 'PARKED', 'DEAD', 'DISCARD_ASKED', 'RETRYING', 'DISCARDING', 'APPLIED', 'DISCARDED', 'OLD'];
export const StuckDeliveryStateEnum = enumOf(STATES);
registerEnumType(StuckDeliveryStateEnum, {
  name: 'StuckDeliveryState',
  description: 'DEAD: set aside after its last attempt; WAITING: for a fact of another department; PARKED: behind a missing message',
});
export const RulingEnum = enumOf(['RETRY', 'ASK_DISCARD', 'DISCARD']);
registerEnumType(RulingEnum, { name: 'DeliveryRulingKind', description: 'What somebody ruled on a stuck message' });

@ObjectType('DeliveryRuling', { description: 'Who ruled what on a stuck message, and why' })
export class DeliveryRulingType {
  @Field(() => RulingEnum)
  readonly ruling!: string;

  @Field(() => ID, { description: 'Employee who ruled' })
  readonly by!: string;

  @Field(() => String)
  readonly reason!: string;

  @Field(() => DateTime)
  readonly at!: Date;
}

@ObjectType('StuckDelivery', { description: 'A message that does not get on at a department; its lane stands still (滞留消息)' })
@Directive('@key(fields: "id")')
@Permit('coordination.read-stuck-delivery')
export class StuckDeliveryType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => ID)
  readonly messageId!: string;

  @Field(() => DepartmentEnum, { description: 'Where it does not get on' })
  readonly department!: string;

  @Field(() => DepartmentEnum, { description: 'Who sent it' })
  readonly producer!: string;

  @Field(() => String, { description: 'Type of the message' })
  readonly type!: string;

  @Field(() => ID, { description: 'What it is about' })
  readonly about!: string;

  @Field(() => StuckDeliveryStateEnum)
  readonly state!: string;

  @Field(() => Int)
  readonly failures!: number;

  @Field(() => String, { description: "Kind of the last error or what is awaited; the whole error is in the department's log" })
  readonly problem!: string;

  @Field(() => DateTime)
  readonly since!: Date;

  @Field(() => [DeliveryRulingType])
  readonly rulings!: readonly DeliveryRulingType[];
}

export const StuckDeliveryConnection = connectionOf(StuckDeliveryType, 'StuckDelivery');

@ArgsType()
export class StuckDeliveriesArgs {
  @Field(() => DepartmentEnum, { nullable: true })
  readonly department?: Department | null;

  @Field(() => StuckDeliveryStateEnum, { nullable: true })
  readonly state?: StuckDeliveryState | null;

  @Field(() => Boolean, { nullable: true, description: 'Leave out what has got on or was given up' })
  readonly openOnly?: boolean | null;

  @Field(() => Int, { nullable: true })
  readonly first?: number | null;

  @Field(() => String, { nullable: true })
  readonly after?: string | null;
}

@InputType({ isAbstract: true })
class RulingInput {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly stuckDeliveryId!: string;

  @Field(() => String)
  readonly reason!: string;
}

@InputType()
export class RetryDeliveryInput extends RulingInput {}

@InputType()
export class DiscardDeliveryInput extends RulingInput {}
