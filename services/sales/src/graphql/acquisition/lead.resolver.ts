import { Args, ArgsType, Context, Field, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Permit } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { LeadQueries } from '../../queries/acquisition/lead.queries.js';
import { CustomerLoader } from '../customer/customer.loader.js';
import { CustomerType } from '../customer/customer.type.js';
import { LeadChannelEnum, LeadStateEnum } from '../enum.type.js';
import { EmployeeStub } from '../stub.type.js';
import { ActivityLoader, CampaignLoader, LeadLoader, PartnerLoader } from './acquisition.loader.js';
import { LeadAssignmentType, LeadConnection, LeadContactType, LeadType } from './lead.type.js';
import { SalesActivity, SalesCampaign, SalesPartner } from './source.type.js';

@ArgsType()
class LeadsArgs {
  @Field(() => LeadChannelEnum, { nullable: true })
  readonly channel?: string | null;

  @Field(() => LeadStateEnum, { nullable: true })
  readonly state?: string | null;

  @Field(() => String, { nullable: true, description: 'Code of GB/T 2260' })
  readonly district?: string | null;

  @Field(() => ID, { nullable: true })
  readonly salespersonId?: string | null;

  @Field(() => ID, { nullable: true })
  readonly activityId?: string | null;

  @Field(() => ID, { nullable: true })
  readonly campaignId?: string | null;

  @Field(() => ID, { nullable: true })
  readonly partnerId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The customer who sent them' })
  readonly referrerId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Those that nobody looks after' })
  readonly unassigned?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Those that nobody answered in time' })
  readonly responseOverdue?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Those to be contacted today, or before and forgotten' })
  readonly contactDue?: boolean | null;

  @Field(() => Int, { nullable: true })
  readonly first?: number | null;

  @Field(() => String, { nullable: true })
  readonly after?: string | null;
}

@Resolver(() => LeadType)
export class LeadResolver {
  constructor(
    private readonly loader: LeadLoader,
    private readonly queries: LeadQueries,
    private readonly customers: CustomerLoader,
    private readonly partnersById: PartnerLoader,
    private readonly activitiesById: ActivityLoader,
    private readonly campaignsById: CampaignLoader,
  ) {}

  @Query(() => LeadType, { nullable: true })
  @Permit('sales.read-lead')
  lead(@Args('id', { type: () => ID }) id: string, @Context() context: GraphContext) {
    return this.loader.byId(context, id);
  }

  @Query(() => LeadConnection, { description: 'Leads that one may see, newest first' })
  @Permit('sales.read-lead')
  leads(@Args() wanted: LeadsArgs, @Context() context: GraphContext) {
    return this.queries.list(wanted, context.actor);
  }

  @ResolveField(() => EmployeeStub, { nullable: true, description: 'Null while nobody looks after it' })
  salesperson(@Parent() lead: LeadType) {
    return lead.salespersonId && { id: lead.salespersonId };
  }

  @ResolveField(() => CustomerType, { nullable: true, description: 'The customer that the lead became' })
  customer(@Parent() lead: LeadType, @Context() context: GraphContext) {
    return lead.customerId && this.customers.byId(context, lead.customerId);
  }

  @ResolveField(() => CustomerType, { nullable: true, description: 'The customer who recommended us; null when not ours to see' })
  referrer(@Parent() lead: LeadType, @Context() context: GraphContext) {
    return lead.referrerId && this.customers.byId(context, lead.referrerId);
  }

  @ResolveField(() => SalesPartner, { nullable: true })
  partner(@Parent() lead: LeadType, @Context() context: GraphContext) {
    return lead.partnerId && this.partnersById.byId(context, lead.partnerId);
  }

  @ResolveField(() => SalesActivity, { nullable: true })
  activity(@Parent() lead: LeadType, @Context() context: GraphContext) {
    return lead.activityId && this.activitiesById.byId(context, lead.activityId);
  }

  @ResolveField(() => SalesCampaign, { nullable: true })
  campaign(@Parent() lead: LeadType, @Context() context: GraphContext) {
    return lead.campaignId && this.campaignsById.byId(context, lead.campaignId);
  }
}

@Resolver(() => LeadContactType)
export class LeadContactResolver {
  @ResolveField(() => EmployeeStub, { nullable: true, name: 'by' })
  contactedBy(@Parent() contact: LeadContactType) {
    return { id: contact.by };
  }
}

@Resolver(() => LeadAssignmentType)
export class LeadAssignmentResolver {
  @ResolveField(() => EmployeeStub, { nullable: true })
  salesperson(@Parent() assignment: LeadAssignmentType) {
    return { id: assignment.salespersonId };
  }

  @ResolveField(() => EmployeeStub, { nullable: true, name: 'by' })
  assignedBy(@Parent() assignment: LeadAssignmentType) {
    return assignment.by && { id: assignment.by };
  }
}
