import { Args, ArgsType, Context, Field, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Permit } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { SearchQueries } from '../../queries/search/search.queries.js';
import type { FoundKind } from '../../queries/search/search.queries.js';
import { LoanApplicationLoader } from '../application/application.loader.js';
import { LoanApplicationType } from '../application/application.type.js';
import { LoanContractLoader } from '../contract/contract.loader.js';
import { LoanContractType } from '../contract/contract.type.js';
import { CustomerLoader } from '../customer/customer.loader.js';
import { CustomerType } from '../customer/customer.type.js';
import { LeadLoader } from '../acquisition/acquisition.loader.js';
import { LeadType } from '../acquisition/lead.type.js';
import { FoundKindEnum } from '../enum.type.js';
import { SalesFoundConnection, SalesFoundType } from './search.type.js';

@ArgsType()
class SearchArgs {
  @Field(() => String, {
    description: 'Part of a name; a whole identity number, credit code, phone or card, or its last four; the beginning of an id',
  })
  readonly text!: string;

  @Field(() => [FoundKindEnum], { nullable: true, description: 'All when left out' })
  readonly kinds?: FoundKind[] | null;

  @Field(() => Int, { nullable: true })
  readonly first?: number | null;

  @Field(() => String, { nullable: true })
  readonly after?: string | null;
}

/** One search over everything that a salesperson works with. */
@Resolver(() => SalesFoundType)
export class SearchResolver {
  constructor(
    private readonly queries: SearchQueries,
    private readonly customers: CustomerLoader,
    private readonly leads: LeadLoader,
    private readonly applications: LoanApplicationLoader,
    private readonly contracts: LoanContractLoader,
  ) {}

  @Query(() => SalesFoundConnection, {
    description: 'Customers, leads, applications and contracts that one may see, also by their customer, newest first within each (搜索)',
  })
  @Permit('sales.search')
  searchSales(@Args() wanted: SearchArgs, @Context() context: GraphContext) {
    return this.queries.search(wanted, context.actor);
  }

  @ResolveField(() => CustomerType, { nullable: true })
  customer(@Parent() found: SalesFoundType, @Context() context: GraphContext) {
    return found.kind === 'CUSTOMER' ? this.customers.byId(context, found.id) : null;
  }

  @ResolveField(() => LeadType, { nullable: true })
  lead(@Parent() found: SalesFoundType, @Context() context: GraphContext) {
    return found.kind === 'LEAD' ? this.leads.byId(context, found.id) : null;
  }

  @ResolveField(() => LoanApplicationType, { nullable: true })
  application(@Parent() found: SalesFoundType, @Context() context: GraphContext) {
    return found.kind === 'APPLICATION' ? this.applications.byId(context, found.id) : null;
  }

  @ResolveField(() => LoanContractType, { nullable: true })
  contract(@Parent() found: SalesFoundType, @Context() context: GraphContext) {
    return found.kind === 'CONTRACT' ? this.contracts.byId(context, found.id) : null;
  }
}
