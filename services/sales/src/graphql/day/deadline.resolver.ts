import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Permit } from '@weilend/graphql';
import type { AnyLoader, GraphContext } from '@weilend/graphql';
import { isId } from '@weilend/kernel';
import { LoanApplicationLoader } from '../application/application.loader.js';
import { LoanApplicationType } from '../application/application.type.js';
import { LoanContractLoader } from '../contract/contract.loader.js';
import { LoanContractType } from '../contract/contract.type.js';
import { CustomerLoader } from '../customer/customer.loader.js';
import { CustomerType } from '../customer/customer.type.js';
import { EnquiryLoader } from '../enquiry/enquiry.loader.js';
import { LeadLoader } from '../acquisition/acquisition.loader.js';
import { EnquiryType } from '../enquiry/enquiry.type.js';
import { LeadType } from '../acquisition/lead.type.js';
import { ProposalLoader } from '../enquiry/proposal.loader.js';
import { ProposalType } from '../enquiry/proposal.type.js';
import { SalesProblemLoader } from '../team/team.loader.js';
import { SalesProblemType } from '../team/team.type.js';
import { SalesDeadline } from './day.type.js';

/** What a deadline is about, by the kind of its id: one of these is there, the others are null. */
@Resolver(() => SalesDeadline)
export class DeadlineResolver {
  constructor(
    private readonly customers: CustomerLoader,
    private readonly leads: LeadLoader,
    private readonly enquiries: EnquiryLoader,
    private readonly proposals: ProposalLoader,
    private readonly applications: LoanApplicationLoader,
    private readonly contracts: LoanContractLoader,
  ) {}

  @ResolveField(() => CustomerType, { nullable: true })
  @Permit('sales.read-customer')
  customer(@Parent() { about }: SalesDeadline, @Context() context: GraphContext) {
    return byIdOf('cus', this.customers, about, context);
  }

  @ResolveField(() => LeadType, { nullable: true })
  @Permit('sales.read-lead')
  lead(@Parent() { about }: SalesDeadline, @Context() context: GraphContext) {
    return byIdOf('led', this.leads, about, context);
  }

  @ResolveField(() => EnquiryType, { nullable: true })
  @Permit('sales.read-enquiry')
  enquiry(@Parent() { about }: SalesDeadline, @Context() context: GraphContext) {
    return byIdOf('enq', this.enquiries, about, context);
  }

  @ResolveField(() => ProposalType, { nullable: true })
  @Permit('sales.read-proposal')
  proposal(@Parent() { about }: SalesDeadline, @Context() context: GraphContext) {
    return byIdOf('prp', this.proposals, about, context);
  }

  @ResolveField(() => LoanApplicationType, { nullable: true })
  @Permit('sales.read-application')
  application(@Parent() { about }: SalesDeadline, @Context() context: GraphContext) {
    return byIdOf('app', this.applications, about, context);
  }

  @ResolveField(() => LoanContractType, { nullable: true })
  @Permit('sales.read-contract')
  contract(@Parent() { about }: SalesDeadline, @Context() context: GraphContext) {
    return byIdOf('con', this.contracts, about, context);
  }
}

@Resolver(() => SalesDeadline)
export class TeamDeadlineResolver {
  constructor(private readonly problems: SalesProblemLoader) {}

  @ResolveField(() => SalesProblemType, { nullable: true })
  @Permit('sales.read-sales-problem')
  problem(@Parent() { about }: SalesDeadline, @Context() context: GraphContext) {
    return byIdOf('prb', this.problems, about, context);
  }
}

function byIdOf(prefix: string, loader: AnyLoader, about: string, context: GraphContext): Promise<unknown> | null {
  return isId(prefix, about) ? loader.byId(context, about) : null;
}
