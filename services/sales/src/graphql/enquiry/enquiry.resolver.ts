import { Args, ArgsType, Context, Field, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Permit } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { EnquiryQueries } from '../../queries/enquiry/enquiry.queries.js';
import { CustomerType } from '../customer/customer.type.js';
import { EnquiryStateEnum } from '../enum.type.js';
import { EnquiryClosingType, EnquiryConnection, EnquiryType, LeadType } from './enquiry.type.js';
import { CustomerLoader } from '../customer/customer.loader.js';
import { EnquiryLoader, LeadLoader } from './enquiry.loader.js';
import { ProposalsOfEnquiry } from './proposal.loader.js';
import { ProposalType } from './proposal.type.js';
import { EmployeeStub } from '../stub.type.js';

@ArgsType()
class EnquiriesArgs {
  @Field(() => Boolean, { nullable: true })
  readonly overdue?: boolean | null;

  @Field(() => EnquiryStateEnum, { nullable: true })
  readonly state?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Those whose needs are known and that have no proposal yet' })
  readonly owesProposal?: boolean | null;

  @Field(() => ID, { nullable: true })
  readonly customerId?: string | null;

  @Field(() => Int, { nullable: true })
  readonly first?: number | null;

  @Field(() => String, { nullable: true })
  readonly after?: string | null;
}

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
  enquiries(@Args() wanted: EnquiriesArgs, @Context() context: GraphContext) {
    return this.queries.enquiries(wanted, context.actor);
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

@Resolver(() => EnquiryClosingType)
export class EnquiryClosingResolver {
  @ResolveField(() => EmployeeStub, { nullable: true })
  closedBy(@Parent() closing: EnquiryClosingType) {
    return { id: closing.by };
  }
}
