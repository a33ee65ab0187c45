import { Args, Context, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Permit } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { EventQueries } from '../../queries/care/event.queries.js';
import { CustomerLoader } from '../customer/customer.loader.js';
import { CustomerType } from '../customer/customer.type.js';
import { EmployeeStub } from '../stub.type.js';
import { CustomerEventsArgs, EventInvitationsArgs } from './event.input.js';
import { CustomerEventLoader } from './event.loader.js';
import {
  CustomerEventConnection,
  CustomerEventEffect,
  CustomerEventType,
  EventInvitationConnection,
  EventInvitationType,
} from './event.type.js';
import { SurveyPageArgs } from './survey.input.js';

/** Events for customers. */
@Resolver(() => CustomerEventType)
export class CustomerEventResolver {
  constructor(
    private readonly loader: CustomerEventLoader,
    private readonly queries: EventQueries,
  ) {}

  @Query(() => CustomerEventType, { nullable: true })
  @Permit('sales.read-customer-event')
  customerEvent(@Args('id', { type: () => ID }) id: string, @Context() context: GraphContext) {
    return this.loader.byId(context, id);
  }

  @Query(() => CustomerEventConnection, { description: 'Newest first (客户活动)' })
  @Permit('sales.read-customer-event')
  customerEvents(@Args() wanted: CustomerEventsArgs) {
    return this.queries.list(wanted);
  }

  @Query(() => CustomerEventConnection, { description: 'Events that one has to hold and to record, the next one first (待举办活动)' })
  @Permit('sales.read-customer-event')
  dueCustomerEvents(@Args() page: SurveyPageArgs, @Context() context: GraphContext) {
    return this.queries.due(page, context.actor);
  }

  @Query(() => EventInvitationConnection, { description: 'The guests of an event that one may see, newest first' })
  @Permit('sales.read-customer-event')
  eventInvitations(@Args() wanted: EventInvitationsArgs, @Context() context: GraphContext) {
    return this.queries.invitations(wanted, context.actor);
  }

  @Query(() => CustomerEventEffect, { nullable: true, description: 'What an event brought; null until it was held (活动效果)' })
  @Permit('sales.read-customer-event')
  async customerEventEffect(@Args('eventId', { type: () => ID }) eventId: string, @Context() context: GraphContext) {
    return this.queries.effect(await this.loader.byId(context, eventId));
  }

  @ResolveField(() => EmployeeStub, { nullable: true })
  host(@Parent() event: CustomerEventType) {
    return { id: event.hostId };
  }
}

@Resolver(() => EventInvitationType)
export class EventInvitationResolver {
  constructor(
    private readonly customers: CustomerLoader,
    private readonly events: CustomerEventLoader,
  ) {}

  @ResolveField(() => CustomerType, { nullable: true })
  @Permit('sales.read-customer')
  customer(@Parent() invitation: EventInvitationType, @Context() context: GraphContext) {
    return this.customers.byId(context, invitation.customerId);
  }

  @ResolveField(() => CustomerEventType, { nullable: true })
  event(@Parent() invitation: EventInvitationType, @Context() context: GraphContext) {
    return this.events.byId(context, invitation.eventId);
  }
}
