import { Args, Context, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Permit } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { ExposureQueries } from '../queries/exposure.queries.js';
import { ExposureOfCustomer, GroupById } from './exposure.loader.js';
import { BorrowerExposureType, BorrowerGroupConnection, BorrowerGroupType, groupView } from './exposure.type.js';
import { mapPage } from './map-page.js';
import { CustomerStub } from './shared.type.js';

/** What borrowers owe beside the limits of lending. */
@Resolver(() => CustomerStub)
export class ExposureResolver {
  constructor(
    private readonly exposures: ExposureQueries,
    private readonly ofCustomer: ExposureOfCustomer,
    private readonly groupById: GroupById,
  ) {}

  @Query(() => BorrowerExposureType, { nullable: true, description: 'Balance, limits and room of a borrower (借款人限额)' })
  @Permit('finance.read-exposure')
  borrowerExposure(@Args('customerId', { type: () => ID }) customerId: string, @Context() context: GraphContext) {
    return this.ofCustomer.firstOf(context, customerId);
  }

  @Query(() => BorrowerGroupType, { nullable: true })
  @Permit('finance.read-exposure')
  borrowerGroup(@Args('id', { type: () => ID }) id: string, @Context() context: GraphContext) {
    return this.groupById.firstOf(context, id);
  }

  @Query(() => BorrowerGroupConnection, { description: 'Groups of related parties, newest first (关联方集团)' })
  @Permit('finance.read-exposure')
  async borrowerGroups(
    @Args('first', { type: () => Int, nullable: true }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ) {
    return mapPage(await this.exposures.listGroups({ first, after }), groupView);
  }

  @ResolveField(() => BorrowerExposureType, { nullable: true, description: 'Balance, limits and room (借款人限额)' })
  @Permit('finance.read-exposure')
  exposure(@Parent() customer: CustomerStub, @Context() context: GraphContext) {
    return this.ofCustomer.firstOf(context, customer.id);
  }
}
