import { Args, Context, Int, Query, Resolver } from '@nestjs/graphql';
import { Permit } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { employeeIdOf } from '@weilend/kernel';
import { BonusQueries } from '../../queries/bonus/bonus.queries.js';
import { BonusesArgs, DeferredBonusesArgs } from './bonus-args.input.js';
import { BonusBalanceConnection, BonusClawbackConnection } from './bonus-loan.type.js';
import { BonusStatementConnection, BonusStatementType, DeferredBonusConnection } from './bonus.type.js';

/** The lists of people who settle bonuses, and everybody's own. */
@Resolver(() => BonusStatementType)
export class BonusListsResolver {
  constructor(private readonly bonuses: BonusQueries) {}

  @Query(() => BonusStatementConnection, {
    name: 'bonuses',
    description: 'Of a quarter, in a state, newest first; own ones for others (奖金单列表)',
  })
  @Permit('hr.read-bonus')
  listBonuses(@Args() filter: BonusesArgs, @Context() context: GraphContext) {
    return this.bonuses.list(filter, context.actor);
  }

  @Query(() => BonusStatementConnection, { description: 'Of the person who asks, newest first (本人奖金)' })
  @Permit('hr.read-bonus')
  ownBonuses(
    @Context() context: GraphContext,
    @Args('first', { type: () => Int, nullable: true }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ) {
    return this.bonuses.ownList(employeeIdOf(context.actor), { first, after });
  }

  @Query(() => DeferredBonusConnection, { name: 'deferredBonuses', description: 'The earliest day of release first (递延奖金列表)' })
  @Permit('hr.read-bonus')
  listDeferredBonuses(@Args() filter: DeferredBonusesArgs, @Context() context: GraphContext) {
    return this.bonuses.deferredDue(filter, context.actor);
  }

  @Query(() => BonusClawbackConnection, { name: 'bonusClawbacks', description: 'Newest first (奖金追回列表)' })
  @Permit('hr.read-bonus')
  listBonusClawbacks(
    @Context() context: GraphContext,
    @Args('quarter', { type: () => String, nullable: true, description: 'In which the loan was sold' }) quarter: string | null,
    @Args('first', { type: () => Int, nullable: true }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ) {
    return this.bonuses.clawbacks({ quarter }, context.actor, { first, after });
  }

  @Query(() => BonusBalanceConnection, { name: 'bonusBalances', description: 'Who still owes something from clawbacks (待追回余额列表)' })
  @Permit('hr.read-bonus')
  listBonusBalances(
    @Context() context: GraphContext,
    @Args('first', { type: () => Int, nullable: true }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ) {
    return this.bonuses.owing(context.actor, { first, after });
  }
}
