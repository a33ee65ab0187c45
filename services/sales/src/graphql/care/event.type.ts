import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf, DateTime, LocalDate, Money } from '@weilend/graphql';
import { CUSTOMER_EVENT_STATES } from '../../domain/care/customer-event.machine.js';
import { CUSTOMER_EVENT_KINDS, EVENT_REPLIES } from '../../domain/care/customer-event.js';
import { enumOf } from '../enum.type.js';

export const CustomerEventKindEnum = enumOf('CustomerEventKind', 'Kind of an event for customers (客户活动类型)', CUSTOMER_EVENT_KINDS);
export const CustomerEventStateEnum = enumOf('CustomerEventState', 'State of an event for customers (客户活动状态)', CUSTOMER_EVENT_STATES);
export const EventReplyEnum = enumOf('EventReply', 'What a guest replied (受邀回复)', EVENT_REPLIES);

@ObjectType('CustomerEventEnd', { description: 'What became of an event (活动总结)' })
export class CustomerEventEnd {
  @Field(() => Money, { name: 'cost', nullable: true })
  readonly costFen!: number | null;

  @Field(() => String)
  readonly summary!: string;

  @Field(() => DateTime)
  readonly at!: Date;
}

@ObjectType('EventGroupEffect', { description: 'What a group of guests did afterwards' })
export class EventGroupEffect {
  @Field(() => Int, { description: 'Size of the group' })
  readonly customers!: number;

  @Field(() => Int)
  readonly enquiries!: number;

  @Field(() => Int)
  readonly applications!: number;

  @Field(() => Int)
  readonly loans!: number;

  @Field(() => Money, { name: 'loanAmount' })
  readonly loanAmountFen!: number;

  @Field(() => Float, { nullable: true, description: 'Customers with a loan, of the group; null when it is empty' })
  readonly shareWithLoan!: number | null;
}

@ObjectType('CustomerEventEffect', { description: 'Who came beside who did not, in the time after the event (活动效果)' })
export class CustomerEventEffect {
  @Field(() => LocalDate)
  readonly from!: string;

  @Field(() => LocalDate)
  readonly to!: string;

  @Field(() => Boolean, { description: 'False while that time still runs' })
  readonly complete!: boolean;

  @Field(() => EventGroupEffect)
  readonly attended!: EventGroupEffect;

  @Field(() => EventGroupEffect)
  readonly absent!: EventGroupEffect;
}

@ObjectType('CustomerEvent', { description: 'An event for customers (客户活动)' })
export class CustomerEventType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => CustomerEventKindEnum)
  readonly kind!: string;

  @Field(() => CustomerEventStateEnum)
  readonly state!: string;

  @Field(() => String)
  readonly name!: string;

  @Field(() => String)
  readonly venue!: string;

  @Field(() => LocalDate)
  readonly heldOn!: string;

  @Field(() => Money, { name: 'budget' })
  readonly budgetFen!: number;

  @Field(() => CustomerEventEnd, { nullable: true })
  readonly end!: CustomerEventEnd | null;

  readonly hostId!: string;
}

@ObjectType('EventInvitation', { description: 'A guest of an event (受邀客户)' })
export class EventInvitationType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => LocalDate)
  readonly invitedOn!: string;

  @Field(() => EventReplyEnum)
  readonly reply!: string;

  @Field(() => Boolean, { nullable: true, description: 'Null until the event was held' })
  readonly attended!: boolean | null;

  readonly eventId!: string;

  readonly customerId!: string;
}

export const CustomerEventConnection = connectionOf(CustomerEventType, 'CustomerEvent');
export const EventInvitationConnection = connectionOf(EventInvitationType, 'EventInvitation');
