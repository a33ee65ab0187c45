import { Args, Context, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Permit } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import type { OrderState } from '../domain/disbursement/order.machine.js';
import { DisbursementQueries } from '../queries/disbursement.queries.js';
import { DisbursementOrderLoader } from './disbursement.loader.js';
import { DisbursementOrderConnection, DisbursementOrderType, DisbursementStateEnum, orderView } from './disbursement.type.js';
import { mapPage } from './map-page.js';
import { PayeeAccountLoader } from './payee-account.loader.js';
import { PayeeAccountType } from './payee-account.type.js';

@Resolver(() => DisbursementOrderType)
export class DisbursementResolver {
  constructor(
    private readonly loader: DisbursementOrderLoader,
    private readonly orders: DisbursementQueries,
    private readonly accounts: PayeeAccountLoader,
  ) {}

  @Query(() => DisbursementOrderType, { nullable: true })
  @Permit('finance.read-disbursement')
  disbursementOrder(@Args('id', { type: () => ID }) id: string, @Context() context: GraphContext) {
    return this.loader.byId(context, id);
  }

  @Query(() => DisbursementOrderConnection, { description: 'Disbursement orders, newest first' })
  @Permit('finance.read-disbursement')
  async disbursementOrders(
    @Args('state', { type: () => DisbursementStateEnum, nullable: true }) state: OrderState | null,
    @Args('first', { type: () => Int, nullable: true }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
    @Context() context: GraphContext,
  ) {
    return mapPage(await this.orders.list({ state, first, after }, context.actor), orderView);
  }

  @ResolveField(() => PayeeAccountType, { nullable: true, description: 'Masked' })
  @Permit('finance.read-payee-account')
  payeeAccount(@Parent() order: DisbursementOrderType, @Context() context: GraphContext) {
    return this.accounts.byId(context, order.payeeAccountId);
  }
}
