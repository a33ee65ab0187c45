import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Permit } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { VisitQueries } from '../../queries/care/visit.queries.js';
import { CustomerLoader } from '../customer/customer.loader.js';
import { CustomerType } from '../customer/customer.type.js';
import { EmployeeStub } from '../stub.type.js';
import { ReturnVisitConnection, ReturnVisitType } from './return-visit.type.js';
import { CarePageArgs, DueArgs } from './visit.input.js';
import { FollowUpChain, FollowUpsOfVisit } from './visit.loader.js';
import { FollowUpConnection, FollowUpEnd, FollowUpType, PlannedVisitConnection, PlannedVisitType } from './visit.type.js';

/** Visits that are to be made. */
@Resolver(() => PlannedVisitType)
export class PlannedVisitResolver {
  constructor(
    private readonly queries: VisitQueries,
    private readonly customers: CustomerLoader,
  ) {}

  @Query(() => PlannedVisitConnection, { description: 'Visits that are owed, most overdue first (待回访客户)' })
  @Permit('sales.read-visit')
  dueVisits(@Args() wanted: DueArgs, @Context() context: GraphContext) {
    return this.queries.due(wanted, context.actor);
  }

  @Query(() => ReturnVisitConnection, { description: 'Visits that were made, newest first (回访记录)' })
  @Permit('sales.read-visit')
  returnVisits(@Args() page: CarePageArgs, @Context() context: GraphContext) {
    return this.queries.held(page, context.actor);
  }

  @ResolveField(() => CustomerType, { nullable: true })
  @Permit('sales.read-customer')
  customer(@Parent() visit: PlannedVisitType, @Context() context: GraphContext) {
    return this.customers.byId(context, visit.customerId);
  }

  @ResolveField(() => EmployeeStub, { nullable: true })
  salesperson(@Parent() visit: PlannedVisitType) {
    return { id: visit.salespersonId };
  }
}

@Resolver(() => ReturnVisitType)
export class ReturnVisitResolver {
  constructor(
    private readonly customers: CustomerLoader,
    private readonly followUpsOf: FollowUpsOfVisit,
  ) {}

  @ResolveField(() => CustomerType, { nullable: true })
  @Permit('sales.read-customer')
  customer(@Parent() visit: ReturnVisitType, @Context() context: GraphContext) {
    return this.customers.byId(context, visit.customerId);
  }

  @ResolveField(() => EmployeeStub, { nullable: true })
  salesperson(@Parent() visit: ReturnVisitType) {
    return { id: visit.salespersonId };
  }

  @ResolveField(() => [FollowUpType], { description: 'What the visit found' })
  followUps(@Parent() visit: ReturnVisitType, @Context() context: GraphContext) {
    return this.followUpsOf.of(context, visit.id);
  }
}

/** What somebody owes to a customer. */
@Resolver(() => FollowUpType)
export class FollowUpResolver {
  constructor(
    private readonly queries: VisitQueries,
    private readonly customers: CustomerLoader,
    private readonly chains: FollowUpChain,
  ) {}

  @Query(() => FollowUpConnection, { description: 'Follow-ups that are owed, most overdue first (待跟进事项)' })
  @Permit('sales.read-visit')
  dueFollowUps(@Args() wanted: DueArgs, @Context() context: GraphContext) {
    return this.queries.followUpsDue(wanted, context.actor);
  }

  @ResolveField(() => CustomerType, { nullable: true })
  @Permit('sales.read-customer')
  customer(@Parent() followUp: FollowUpType, @Context() context: GraphContext) {
    return this.customers.byId(context, followUp.customerId);
  }

  @ResolveField(() => EmployeeStub, { nullable: true, description: 'Who owes it' })
  owner(@Parent() followUp: FollowUpType) {
    return { id: followUp.ownerId };
  }

  @ResolveField(() => [FollowUpType], { description: 'From the first to the last (跟进链条)' })
  chain(@Parent() followUp: FollowUpType, @Context() context: GraphContext) {
    return this.chains.of(context, followUp.rootId);
  }
}

@Resolver(() => FollowUpEnd)
export class FollowUpEndResolver {
  @ResolveField(() => EmployeeStub, { nullable: true })
  closedBy(@Parent() end: FollowUpEnd) {
    return { id: end.by };
  }
}
