import { Args, ArgsType, Context, Field, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Permit } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { EnquiryQueries } from '../../queries/enquiry/enquiry.queries.js';
import { CustomerType } from '../customer/customer.type.js';
import { LeadChannelEnum, LeadStateEnum } from '../enum.type.js';
import { LeadConnection, LeadType, SalesActivity, SalesPartner } from './enquiry.type.js';
import { ActivityLoader, LeadLoader, PartnerLoader } from './enquiry.loader.js';
import { CustomerLoader } from '../customer/customer.loader.js';
import { EmployeeStub } from '../stub.type.js';

@ArgsType()
class LeadsArgs {
  @Field(() => LeadChannelEnum, { nullable: true })
  readonly channel?: string | null;

  @Field(() => LeadStateEnum, { nullable: true })
  readonly state?: string | null;

  @Field(() => Int, { nullable: true })
  readonly first?: number | null;

  @Field(() => String, { nullable: true })
  readonly after?: string | null;
}

@Resolver(() => LeadType)
export class LeadResolver {
  constructor(
    private readonly loader: LeadLoader,
    private readonly queries: EnquiryQueries,
    private readonly customers: CustomerLoader,
    private readonly partnersById: PartnerLoader,
    private readonly activitiesById: ActivityLoader,
  ) {}

  @Query(() => LeadType, { nullable: true })
  @Permit('sales.read-lead')
  lead(@Args('id', { type: () => ID }) id: string, @Context() context: GraphContext) {
    return this.loader.byId(context, id);
  }

  @Query(() => LeadConnection, { description: 'Leads that one may see, newest first' })
  @Permit('sales.read-lead')
  leads(@Args() wanted: LeadsArgs, @Context() context: GraphContext) {
    return this.queries.leads(wanted, context.actor);
  }

  @ResolveField(() => EmployeeStub, { nullable: true })
  salesperson(@Parent() lead: LeadType) {
    return { id: lead.salespersonId };
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
}

/** The lists that leads point to. */
@Resolver()
export class SourceListResolver {
  constructor(private readonly queries: EnquiryQueries) {}

  @Query(() => [SalesPartner], { description: 'Partner institutions (合作机构名单)' })
  @Permit('sales.read-source')
  partners(@Args('activeOnly', { type: () => Boolean, nullable: true }) activeOnly: boolean | null) {
    return this.queries.partners(activeOnly ?? false);
  }

  @Query(() => [SalesActivity], { description: 'Offline activities, newest first (线下活动)' })
  @Permit('sales.read-source')
  activities() {
    return this.queries.activities();
  }
}
