import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { answer, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import type { Watch } from '../../domain/watch/watch.js';
import { WatchQueries } from '../../queries/watch/watch.queries.js';
import { EndWatch } from '../../use-cases/watch/end-watch.use-case.js';
import { EnterWatch } from '../../use-cases/watch/enter-watch.use-case.js';
import { KeepWatch } from '../../use-cases/watch/keep-watch.use-case.js';
import { CustomerStub, EmployeeStub, referOrNull } from '../references.type.js';
import {
  AssignWatchTrackerInput,
  DecideWatchEndInput,
  EnterWatchInput,
  ProposeWatchEndInput,
  ReviewWatchInput,
  SetWatchPlanInput,
  WatchFilterArgs,
} from './watch.input.js';
import { WatchLoader } from './watch.loader.js';
import {
  AssignWatchTrackerPayload,
  DecideWatchEndPayload,
  EnterWatchPayload,
  ProposeWatchEndPayload,
  ReviewWatchPayload,
  RiskControlPlanType,
  SetWatchPlanPayload,
  WatchedCustomerConnection,
  WatchedCustomerType,
} from './watch.type.js';

/** What is done for a customer of high risk. */
@Resolver(() => WatchedCustomerType)
export class WatchActsResolver {
  constructor(
    private readonly loader: WatchLoader,
    private readonly enter: EnterWatch,
    private readonly keep: KeepWatch,
    private readonly end: EndWatch,
    private readonly texts: RefusalTexts,
  ) {}

  @Mutation(() => EnterWatchPayload, { description: 'Puts a customer under watch by hand, with the reason (列入重点关注)' })
  @Permit('risk.enter-watch')
  enterWatch(@Args('input') input: EnterWatchInput, @Context() context: GraphContext) {
    return this.done(context, () => this.enter.execute(context.actor, input));
  }

  @Mutation(() => AssignWatchTrackerPayload, { description: 'The dedicated person (指定专人跟踪)' })
  @Permit('risk.assign-watch-tracker')
  assignWatchTracker(@Args('input') input: AssignWatchTrackerInput, @Context() context: GraphContext) {
    return this.done(context, () => this.keep.assignTracker(context.actor, input));
  }

  @Mutation(() => SetWatchPlanPayload, { description: 'The special risk-control plan, or a new one after it (制定专项风险防控方案)' })
  @Permit('risk.set-watch-plan')
  setWatchPlan(@Args('input') input: SetWatchPlanInput, @Context() context: GraphContext) {
    return this.done(context, () => this.keep.setPlan(context.actor, input));
  }

  @Mutation(() => ReviewWatchPayload, { description: 'How the customer stands by the plan (复核)' })
  @Permit('risk.review-watch')
  reviewWatch(@Args('input') input: ReviewWatchInput, @Context() context: GraphContext) {
    return this.done(context, () => this.keep.review(context.actor, input));
  }

  @Mutation(() => ProposeWatchEndPayload, { description: 'Proposes the end of a watch, with the reason (申请解除关注)' })
  @Permit('risk.propose-watch-end')
  proposeWatchEnd(@Args('input') input: ProposeWatchEndInput, @Context() context: GraphContext) {
    return this.done(context, () => this.end.propose(context.actor, input));
  }

  @Mutation(() => DecideWatchEndPayload, { description: 'A second person agrees or refuses (审批解除关注)' })
  @Permit('risk.decide-watch-end')
  decideWatchEnd(@Args('input') input: DecideWatchEndInput, @Context() context: GraphContext) {
    return this.done(context, () => this.end.decide(context.actor, input));
  }

  private done(context: GraphContext, act: () => Promise<string>) {
    return answer(this.texts, context, async () => ({ watchedCustomer: await this.loader.byId(context, await act()) }));
  }
}

@Resolver(() => WatchedCustomerType)
export class WatchResolver {
  constructor(
    private readonly loader: WatchLoader,
    private readonly watches: WatchQueries,
  ) {}

  @Query(() => WatchedCustomerType, { nullable: true })
  @Permit('risk.read-watch')
  watchedCustomer(@Args('id', { type: () => ID }) id: string, @Context() context: GraphContext) {
    return this.loader.byId(context, id);
  }

  @Query(() => WatchedCustomerConnection, { name: 'watchedCustomers', description: 'The watch-list, newest first (重点关注名单)' })
  @Permit('risk.read-watch')
  listWatches(@Args() filter: WatchFilterArgs, @Context() context: GraphContext) {
    return this.watches.list(filter, context.actor);
  }

  @ResolveField(() => CustomerStub, { nullable: true })
  customer(@Parent() watch: Watch) {
    return referOrNull(watch.customerId);
  }

  @ResolveField(() => EmployeeStub, { nullable: true, description: 'Dedicated person (专人跟踪)' })
  tracker(@Parent() watch: Watch) {
    return referOrNull(watch.trackerId);
  }

  @ResolveField(() => RiskControlPlanType, { nullable: true, description: 'The plan that holds' })
  plan(@Parent() watch: Watch) {
    return watch.plans.at(-1) ?? null;
  }

  @ResolveField(() => String, { nullable: true, description: 'Why the end is proposed' })
  endReason(@Parent() watch: Watch) {
    return watch.ended?.reason ?? watch.endProposal?.reason ?? null;
  }
}
