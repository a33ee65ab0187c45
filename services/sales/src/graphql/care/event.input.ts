import { ArgsType, Field, ID, InputType } from '@nestjs/graphql';
import { LocalDate, Money } from '@weilend/graphql';
import type { LocalDate as LocalDateText } from '@weilend/kernel';
import type { CustomerEventKind, EventReply } from '../../domain/care/customer-event.js';
import { CustomerEventKindEnum, CustomerEventStateEnum, EventReplyEnum } from './event.type.js';
import { SurveyPageArgs } from './survey.input.js';

const REQUEST_KEY = 'Makes a repeated request safe: same key and input give the first answer';

@ArgsType()
export class CustomerEventsArgs extends SurveyPageArgs {
  @Field(() => CustomerEventStateEnum, { nullable: true })
  readonly state?: string | null;
}

@ArgsType()
export class EventInvitationsArgs extends SurveyPageArgs {
  @Field(() => ID)
  readonly eventId!: string;
}

@InputType()
export class PlanCustomerEventInput {
  @Field(() => String, { nullable: true, description: REQUEST_KEY })
  readonly requestKey?: string | null;

  @Field(() => CustomerEventKindEnum)
  readonly kind!: CustomerEventKind;

  @Field(() => String)
  readonly name!: string;

  @Field(() => String)
  readonly venue!: string;

  @Field(() => LocalDate)
  readonly heldOn!: LocalDateText;

  @Field(() => Money)
  readonly budget!: number;

  @Field(() => ID, { nullable: true, description: 'Who plans it, when left out' })
  readonly hostId?: string | null;
}

@InputType()
export class CancelCustomerEventInput {
  @Field(() => String, { nullable: true, description: REQUEST_KEY })
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly eventId!: string;

  @Field(() => String)
  readonly reason!: string;
}

@InputType()
export class RecordCustomerEventInput {
  @Field(() => String, { nullable: true, description: REQUEST_KEY })
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly eventId!: string;

  @Field(() => [ID], { description: 'Guests who came' })
  readonly attendeeIds!: string[];

  @Field(() => Money)
  readonly cost!: number;

  @Field(() => String)
  readonly summary!: string;
}

@InputType()
export class InviteToEventInput {
  @Field(() => String, { nullable: true, description: REQUEST_KEY })
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly eventId!: string;

  @Field(() => [ID], { description: 'Own customers who consented to marketing, 100 at a time' })
  readonly customerIds!: string[];
}

@InputType()
export class RecordEventReplyInput {
  @Field(() => String, { nullable: true, description: REQUEST_KEY })
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly invitationId!: string;

  @Field(() => EventReplyEnum)
  readonly reply!: EventReply;
}
