import { Args, Context, Field, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { answer, MutationPayload, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { CustomerEventActs } from '../../use-cases/care/customer-event.use-case.js';
import { InviteToEvent } from '../../use-cases/care/invite-to-event.use-case.js';
import {
  CancelCustomerEventInput,
  InviteToEventInput,
  PlanCustomerEventInput,
  RecordCustomerEventInput,
  RecordEventReplyInput,
} from './event.input.js';
import { CustomerEventLoader, EventInvitationLoader } from './event.loader.js';
import { CustomerEventType, EventInvitationType } from './event.type.js';

@ObjectType()
export class PlanCustomerEventPayload extends MutationPayload {
  @Field(() => CustomerEventType, { nullable: true })
  readonly event?: CustomerEventType | null;
}

@ObjectType()
export class CancelCustomerEventPayload extends MutationPayload {
  @Field(() => CustomerEventType, { nullable: true })
  readonly event?: CustomerEventType | null;
}

@ObjectType()
export class RecordCustomerEventPayload extends MutationPayload {
  @Field(() => CustomerEventType, { nullable: true })
  readonly event?: CustomerEventType | null;
}

@ObjectType()
export class InviteToEventPayload extends MutationPayload {
  @Field(() => CustomerEventType, { nullable: true })
  readonly event?: CustomerEventType | null;
}

@ObjectType()
export class RecordEventReplyPayload extends MutationPayload {
  @Field(() => EventInvitationType, { nullable: true })
  readonly invitation?: EventInvitationType | null;
}

/** What is done with events for customers. */
@Resolver()
export class CustomerEventActsResolver {
  constructor(
    private readonly events: CustomerEventLoader,
    private readonly invitations: EventInvitationLoader,
    private readonly eventCase: CustomerEventActs,
    private readonly inviteCase: InviteToEvent,
    private readonly texts: RefusalTexts,
  ) {}

  @Mutation(() => PlanCustomerEventPayload, { description: 'Plans an event for customers (策划客户活动)' })
  @Permit('sales.plan-customer-event')
  planCustomerEvent(@Args('input') input: PlanCustomerEventInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      event: await this.events.byId(context, await this.eventCase.plan(context.actor, input)),
    }));
  }

  @Mutation(() => CancelCustomerEventPayload, { description: 'An event is not held after all (取消客户活动)' })
  @Permit('sales.cancel-customer-event')
  cancelCustomerEvent(@Args('input') input: CancelCustomerEventInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      event: await this.events.byId(context, await this.eventCase.cancel(context.actor, input)),
    }));
  }

  @Mutation(() => RecordCustomerEventPayload, { description: 'Who came and what it cost (登记客户活动)' })
  @Permit('sales.record-customer-event')
  recordCustomerEvent(@Args('input') input: RecordCustomerEventInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      event: await this.events.byId(context, await this.eventCase.record(context.actor, input)),
    }));
  }

  @Mutation(() => InviteToEventPayload, { description: 'Invites own customers who consented to marketing (邀请客户)' })
  @Permit('sales.invite-to-event')
  inviteToEvent(@Args('input') input: InviteToEventInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      event: await this.events.byId(context, await this.inviteCase.execute(context.actor, input)),
    }));
  }

  @Mutation(() => RecordEventReplyPayload, { description: 'What a guest replied (登记受邀回复)' })
  @Permit('sales.record-event-reply')
  recordEventReply(@Args('input') input: RecordEventReplyInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      invitation: await this.invitations.byId(context, await this.inviteCase.reply(context.actor, input)),
    }));
  }
}
