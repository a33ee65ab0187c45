import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Permit } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { CustomerType } from '../customer/customer.type.js';
import { EventsOfCustomer } from './event.loader.js';
import { EventInvitationType } from './event.type.js';
import { FeedbackOfCustomer } from './feedback.loader.js';
import { FeedbackTicketType } from './feedback.type.js';
import { SurveysOfCustomer } from './survey.loader.js';
import { SurveyInvitationType } from './survey.type.js';
import { FollowUpsOfCustomer, PlannedVisitsOfCustomer, SatisfactionOfCustomer } from './visit.loader.js';
import { CustomerSatisfactionType, FollowUpType, PlannedVisitType } from './visit.type.js';

/** How a customer is looked after, at a glance. */
@Resolver(() => CustomerType)
export class CustomerCareResolver {
  constructor(
    private readonly plannedOf: PlannedVisitsOfCustomer,
    private readonly followUpsOf: FollowUpsOfCustomer,
    private readonly satisfactionOf: SatisfactionOfCustomer,
    private readonly feedbackOf: FeedbackOfCustomer,
    private readonly surveysOf: SurveysOfCustomer,
    private readonly eventsOf: EventsOfCustomer,
  ) {}

  @ResolveField(() => [PlannedVisitType], { description: 'The visit that comes next first, then what became of the earlier ones' })
  @Permit('sales.read-visit')
  plannedVisits(@Parent() customer: CustomerType, @Context() context: GraphContext) {
    return this.plannedOf.of(context, customer.id);
  }

  @ResolveField(() => [FollowUpType], { description: 'Everything that was owed to the customer, oldest first' })
  @Permit('sales.read-visit')
  followUps(@Parent() customer: CustomerType, @Context() context: GraphContext) {
    return this.followUpsOf.of(context, customer.id);
  }

  @ResolveField(() => CustomerSatisfactionType, { nullable: true, description: 'Marks and how they move (满意度趋势)' })
  @Permit('sales.read-visit')
  satisfaction(@Parent() customer: CustomerType, @Context() context: GraphContext) {
    return this.satisfactionOf.firstOf(context, customer.id);
  }

  @ResolveField(() => [FeedbackTicketType], { description: 'Newest first; never what is about the one who asks' })
  @Permit('sales.read-feedback')
  feedback(@Parent() customer: CustomerType, @Context() context: GraphContext) {
    return this.feedbackOf.of(context, customer.id);
  }

  @ResolveField(() => [SurveyInvitationType], { description: 'Surveys in which the customer was asked, newest first' })
  @Permit('sales.read-survey')
  surveys(@Parent() customer: CustomerType, @Context() context: GraphContext) {
    return this.surveysOf.of(context, customer.id);
  }

  @ResolveField(() => [EventInvitationType], { description: 'Events to which the customer was invited, newest first' })
  @Permit('sales.read-customer-event')
  eventInvitations(@Parent() customer: CustomerType, @Context() context: GraphContext) {
    return this.eventsOf.of(context, customer.id);
  }
}
