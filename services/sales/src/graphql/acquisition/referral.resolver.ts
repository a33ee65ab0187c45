import { Args, ArgsType, Context, Field, ID, Int, Mutation, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { answer, MutationPayload, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { ReferralQueries } from '../../queries/acquisition/referral.queries.js';
import { BarReferrer } from '../../use-cases/acquisition/bar-referrer.use-case.js';
import { RedeemReferral } from '../../use-cases/acquisition/redeem-referral.use-case.js';
import { CustomerLoader } from '../customer/customer.loader.js';
import { CustomerType } from '../customer/customer.type.js';
import { ReferralStateEnum } from '../enum.type.js';
import { ReferralCreditLoader } from './acquisition.loader.js';
import { BarReferrerInput, RedeemReferralInput, SettleReferralInput } from './lead.input.js';
import { ReferralCreditConnection, ReferralCreditType } from './referral.type.js';

@ArgsType()
class ReferralsArgs {
  @Field(() => ID, { nullable: true, description: 'The customer who sent others' })
  readonly referrerId?: string | null;

  @Field(() => ReferralStateEnum, { nullable: true })
  readonly state?: string | null;

  @Field(() => Int, { nullable: true })
  readonly first?: number | null;

  @Field(() => String, { nullable: true })
  readonly after?: string | null;
}

@ObjectType()
export class RedeemReferralPayload extends MutationPayload {
  @Field(() => ReferralCreditType, { nullable: true })
  readonly credit?: ReferralCreditType | null;
}

@ObjectType()
export class SettleReferralPayload extends MutationPayload {
  @Field(() => ReferralCreditType, { nullable: true })
  readonly credit?: ReferralCreditType | null;
}

@ObjectType()
export class BarReferrerPayload extends MutationPayload {
  @Field(() => CustomerType, { nullable: true })
  readonly customer?: CustomerType | null;
}

@Resolver(() => ReferralCreditType)
export class ReferralResolver {
  constructor(
    private readonly queries: ReferralQueries,
    private readonly customers: CustomerLoader,
  ) {}

  @Query(() => ReferralCreditConnection, { description: 'Credit for referrals that one may see, newest first (推荐奖励)' })
  @Permit('sales.read-referral')
  referralCredits(@Args() wanted: ReferralsArgs, @Context() context: GraphContext) {
    return this.queries.list(wanted, context.actor);
  }

  @ResolveField(() => CustomerType, { nullable: true, description: 'Who earned it' })
  referrer(@Parent() credit: ReferralCreditType, @Context() context: GraphContext) {
    return this.customers.byId(context, credit.referrerId);
  }

  @ResolveField(() => CustomerType, { nullable: true, description: 'Who was sent; null when not ours to see' })
  customer(@Parent() credit: ReferralCreditType, @Context() context: GraphContext) {
    return this.customers.byId(context, credit.customerId);
  }
}

/** What the manager does with credit for referrals. */
@Resolver()
export class ReferralActsResolver {
  constructor(
    private readonly creditLoader: ReferralCreditLoader,
    private readonly customers: CustomerLoader,
    private readonly redeemReferralCase: RedeemReferral,
    private readonly barReferrerCase: BarReferrer,
    private readonly texts: RefusalTexts,
  ) {}

  @Mutation(() => RedeemReferralPayload, { description: 'Gives a customer what his referral earned (兑付推荐奖励)' })
  @Permit('sales.redeem-referral')
  redeemReferral(@Args('input') input: RedeemReferralInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      credit: await this.creditLoader.byId(context, await this.redeemReferralCase.execute(context.actor, input)),
    }));
  }

  @Mutation(() => SettleReferralPayload, { description: 'Settles what a customer owes back (结清应退奖励)' })
  @Permit('sales.settle-referral')
  settleReferral(@Args('input') input: SettleReferralInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      credit: await this.creditLoader.byId(context, await this.redeemReferralCase.settle(context.actor, input)),
    }));
  }

  @Mutation(() => BarReferrerPayload, { description: 'Bars a customer from earning credit for referrals (排除推荐奖励)' })
  @Permit('sales.bar-referrer')
  barReferrer(@Args('input') input: BarReferrerInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      customer: await this.customers.byId(context, await this.barReferrerCase.execute(context.actor, input)),
    }));
  }
}
