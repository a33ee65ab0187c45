import { Args, Context, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Permit } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { CallAllowances } from '../queries/call-allowance.queries.js';
import { CollectionHistory } from '../queries/collection-history.queries.js';
import { CollectionWorklist } from '../queries/collection-worklist.queries.js';
import { LoanHistoryArgs } from './collection.input.js';
import { caseView, CollectionAllowanceType, CollectionCaseConnection, CollectionContactConnection } from './collection.type.js';
import { contactView, PaymentPromiseConnection, promiseView } from './collection.type.js';
import {
  CollectionItemType,
  collectionItemView,
  CollectionWorklistArgs,
  CollectionWorklistConnection,
} from './collection-worklist.type.js';
import { LoanLoader } from './loan.loader.js';
import { LoanType } from './loan.type.js';
import { mapPage } from './map-page.js';

/** Late loans and what was done about them. */
@Resolver(() => CollectionItemType)
export class CollectionWorklistResolver {
  constructor(
    private readonly worklist: CollectionWorklist,
    private readonly history: CollectionHistory,
    private readonly allowances: CallAllowances,
    private readonly loans: LoanLoader,
  ) {}

  @Query(() => CollectionWorklistConnection, { description: 'The late loans of today; a salesperson sees his own (催收工作台)' })
  @Permit('finance.read-collection')
  async collectionWorklist(@Args() args: CollectionWorklistArgs, @Context() context: GraphContext) {
    return mapPage(await this.worklist.list(args, context.actor), collectionItemView);
  }

  @Query(() => CollectionAllowanceType, { nullable: true, description: 'May the debtor of a loan be called at this moment' })
  @Permit('finance.read-collection')
  collectionAllowance(@Args('loanId', { type: () => ID }) loanId: string, @Context() context: GraphContext) {
    return this.allowances.of(loanId, context.actor);
  }

  @Query(() => CollectionContactConnection, { description: 'Contacts about a loan, newest first (催收历史)' })
  @Permit('finance.read-collection')
  async collectionContacts(@Args() args: LoanHistoryArgs, @Context() context: GraphContext) {
    return mapPage(await this.history.contacts(args, context.actor), contactView);
  }

  @Query(() => CollectionCaseConnection, { description: 'Cases of a loan, newest first' })
  @Permit('finance.read-collection')
  async collectionCases(@Args() args: LoanHistoryArgs, @Context() context: GraphContext) {
    return mapPage(await this.history.cases(args, context.actor), caseView);
  }

  @Query(() => PaymentPromiseConnection, { description: 'Promises of a loan, newest first (还款承诺)' })
  @Permit('finance.read-collection')
  async paymentPromises(@Args() args: LoanHistoryArgs, @Context() context: GraphContext) {
    return mapPage(await this.history.promises(args, context.actor), promiseView);
  }

  @ResolveField(() => LoanType, { nullable: true })
  loan(@Parent() item: CollectionItemType, @Context() context: GraphContext) {
    return this.loans.byId(context, item.loanId);
  }
}
