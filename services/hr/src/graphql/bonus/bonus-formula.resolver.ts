import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { answer, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import type { BonusFormulaVersion } from '../../domain/bonus/formula-version.js';
import type { BonusFormulaState } from '../../domain/bonus/formula.machine.js';
import { BonusFormulaQueries } from '../../queries/bonus/bonus-formula.queries.js';
import { DraftBonusFormula } from '../../use-cases/bonus/draft-bonus-formula.use-case.js';
import { PublishBonusFormula } from '../../use-cases/bonus/publish-bonus-formula.use-case.js';
import { WithdrawBonusFormula } from '../../use-cases/bonus/withdraw-bonus-formula.use-case.js';
import { EmployeeLoader } from '../employee/employee.loader.js';
import { EmployeeType } from '../employee/employee.type.js';
import { BonusFormulaStateEnum } from './bonus-enums.type.js';
import { DraftBonusFormulaInput, PublishBonusFormulaInput, ruleOf, WithdrawBonusFormulaInput } from './bonus-formula.input.js';
import {
  BonusFormulaConnection,
  BonusFormulaType,
  DraftBonusFormulaPayload,
  PublishBonusFormulaPayload,
  WithdrawBonusFormulaPayload,
} from './bonus-formula.type.js';
import { BonusFormulaLoader } from './bonus.loader.js';

/** The versions of the bonus formula. */
@Resolver(() => BonusFormulaType)
export class BonusFormulaResolver {
  constructor(
    private readonly formulas: BonusFormulaQueries,
    private readonly loader: BonusFormulaLoader,
    private readonly draft: DraftBonusFormula,
    private readonly publish: PublishBonusFormula,
    private readonly withdraw: WithdrawBonusFormula,
    private readonly texts: RefusalTexts,
  ) {}

  @Query(() => BonusFormulaType, { nullable: true, description: 'One version of the formula (奖金公式)' })
  @Permit('hr.read-bonus-formula')
  bonusFormula(@Args('id', { type: () => ID }) id: string, @Context() context: GraphContext) {
    return this.loader.byId(context, id);
  }

  @Query(() => BonusFormulaConnection, { description: 'Newest first (奖金公式列表)' })
  @Permit('hr.read-bonus-formula')
  bonusFormulas(
    @Args('state', { type: () => BonusFormulaStateEnum, nullable: true }) state: BonusFormulaState | null,
    @Args('first', { type: () => Int, nullable: true }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ) {
    return this.formulas.list(state, { first, after });
  }

  @Mutation(() => DraftBonusFormulaPayload)
  @Permit('hr.draft-bonus-formula')
  draftBonusFormula(@Args('input') input: DraftBonusFormulaInput, @Context() context: GraphContext) {
    const { requestKey, fromQuarter, formula, reason } = input;
    return this.answered(context, () => this.draft.execute(context.actor, { requestKey, fromQuarter, formula: ruleOf(formula), reason }));
  }

  @Mutation(() => PublishBonusFormulaPayload)
  @Permit('hr.publish-bonus-formula')
  publishBonusFormula(@Args('input') input: PublishBonusFormulaInput, @Context() context: GraphContext) {
    return this.answered(context, () => this.publish.execute(context.actor, input));
  }

  @Mutation(() => WithdrawBonusFormulaPayload)
  @Permit('hr.withdraw-bonus-formula')
  withdrawBonusFormula(@Args('input') input: WithdrawBonusFormulaInput, @Context() context: GraphContext) {
    return this.answered(context, () => this.withdraw.execute(context.actor, input));
  }

  private answered(context: GraphContext, act: () => Promise<string>) {
    return answer(this.texts, context, async () => ({ formula: await this.loader.byId(context, await act()) }));
  }
}

/** Who drafted and who published it. */
@Resolver(() => BonusFormulaType)
export class BonusFormulaPeopleResolver {
  constructor(private readonly employees: EmployeeLoader) {}

  @ResolveField(() => EmployeeType, { nullable: true })
  draftedBy(@Parent() formula: BonusFormulaVersion, @Context() context: GraphContext) {
    return this.employees.byId(context, formula.draftedBy);
  }

  @ResolveField(() => EmployeeType, { nullable: true })
  publishedBy(@Parent() formula: BonusFormulaVersion, @Context() context: GraphContext) {
    return formula.publishedBy === null ? null : this.employees.byId(context, formula.publishedBy);
  }
}
