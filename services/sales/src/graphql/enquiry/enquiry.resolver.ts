import { Args, Context, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Permit } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { EnquiryQueries } from '../../queries/enquiry/enquiry.queries.js';
import { CustomerType } from '../customer/customer.type.js';
import { LeadLoader } from '../acquisition/acquisition.loader.js';
import { LeadType } from '../acquisition/lead.type.js';
import { EnquiryConnection, EnquiryType, ProposalType } from './enquiry.type.js';
import { CustomerLoader } from '../customer/customer.loader.js';
import { EnquiryLoader, ProposalLoader, ProposalsOfEnquiry } from './enquiry.loader.js';
import { EmployeeStub, ProductStub } from '../stub.type.js';

@Resolver(() => EnquiryType)
export class EnquiryResolver {
  constructor(
    private readonly loader: EnquiryLoader,
    private readonly queries: EnquiryQueries,
    private readonly leads: LeadLoader,
    private readonly customers: CustomerLoader,
    private readonly proposalsOf: ProposalsOfEnquiry,
  ) {}

  @Query(() => EnquiryType, { nullable: true })
  @Permit('sales.read-enquiry')
  enquiry(@Args('id', { type: () => ID }) id: string, @Context() context: GraphContext) {
    return this.loader.byId(context, id);
  }

  @Query(() => EnquiryConnection, { description: 'Enquiries that one may see, newest first; overdue: those nobody answered in time' })
  @Permit('sales.read-enquiry')
  enquiries(
    @Args('overdue', { type: () => Boolean, nullable: true }) overdue: boolean | null,
    @Args('first', { type: () => Int, nullable: true }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
    @Context() context: GraphContext,
  ) {
    return this.queries.enquiries({ overdue, first, after }, context.actor);
  }

  @ResolveField(() => LeadType, { nullable: true })
  lead(@Parent() enquiry: EnquiryType, @Context() context: GraphContext) {
    return enquiry.leadId && this.leads.byId(context, enquiry.leadId);
  }

  @ResolveField(() => CustomerType, { nullable: true })
  customer(@Parent() enquiry: EnquiryType, @Context() context: GraphContext) {
    return enquiry.customerId && this.customers.byId(context, enquiry.customerId);
  }

  @ResolveField(() => EmployeeStub, { nullable: true })
  salesperson(@Parent() enquiry: EnquiryType) {
    return { id: enquiry.salespersonId };
  }

  @ResolveField(() => [ProposalType])
  proposals(@Parent() enquiry: EnquiryType, @Context() context: GraphContext) {
    return this.proposalsOf.of(context, enquiry.id);
  }
}

@Resolver(() => ProposalType)
export class ProposalResolver {
  constructor(
    private readonly loader: ProposalLoader,
    private readonly enquiries: EnquiryLoader,
  ) {}

  @Query(() => ProposalType, { nullable: true })
  @Permit('sales.read-proposal')
  proposal(@Args('id', { type: () => ID }) id: string, @Context() context: GraphContext) {
    return this.loader.byId(context, id);
  }

  @ResolveField(() => ProductStub, { nullable: true })
  product(@Parent() proposal: ProposalType) {
    return { id: proposal.productId };
  }

  @ResolveField(() => EnquiryType, { nullable: true })
  @Permit('sales.read-enquiry')
  enquiry(@Parent() proposal: ProposalType, @Context() context: GraphContext) {
    return this.enquiries.byId(context, proposal.enquiryId);
  }
}
