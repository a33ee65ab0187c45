import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { answer, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { employeeIdOf } from '@weilend/kernel';
import type { Eligibility, Finding } from '../../domain/promotion/eligibility.js';
import type { Promotion } from '../../domain/promotion/promotion.js';
import { PromotionQueries } from '../../queries/promotion/promotion.queries.js';
import { DecidePromotion } from '../../use-cases/promotion/decide-promotion.use-case.js';
import { ProposePromotion } from '../../use-cases/promotion/propose-promotion.use-case.js';
import { AppraisalSheetLoader } from '../appraisal/appraisal.loader.js';
import { AppraisalSheetType } from '../appraisal/appraisal.type.js';
import { AskedTrainingsAbout } from '../career/career.loader.js';
import { AskedTrainingType } from '../career/career.type.js';
import { EmployeeLoader } from '../employee/employee.loader.js';
import { EmployeeType } from '../employee/employee.type.js';
import { PromotionLoader } from './promotion.loader.js';
import {
  CandidateArgs,
  DecidePromotionInput,
  DecidePromotionPayload,
  EligibilityConnection,
  EligibilityType,
  GrantPromotionExceptionInput,
  GrantPromotionExceptionPayload,
  PromotionArgs,
  PromotionConnection,
  PromotionReasonType,
  PromotionType,
  PromotionWordType,
  ProposePromotionInput,
  ProposePromotionPayload,
  WithdrawPromotionInput,
  WithdrawPromotionPayload,
} from './promotion.type.js';

/** What is done to promote somebody. */
@Resolver(() => PromotionType)
export class PromotionActsResolver {
  constructor(
    private readonly loader: PromotionLoader,
    private readonly propose: ProposePromotion,
    private readonly decide: DecidePromotion,
    private readonly texts: RefusalTexts,
  ) {}

  @Mutation(() => ProposePromotionPayload, { description: 'To the next level (提议晋升)' })
  @Permit('hr.propose-promotion')
  proposePromotion(@Args('input') input: ProposePromotionInput, @Context() context: GraphContext) {
    return this.done(context, () => this.propose.execute(context.actor, input));
  }

  @Mutation(() => GrantPromotionExceptionPayload, { description: 'By a third person, never for a severe violation (特批)' })
  @Permit('hr.grant-promotion-exception')
  grantPromotionException(@Args('input') input: GrantPromotionExceptionInput, @Context() context: GraphContext) {
    return this.done(context, () => this.propose.grantException(context.actor, input));
  }

  @Mutation(() => WithdrawPromotionPayload, { description: 'By who proposed it (撤回)' })
  @Permit('hr.withdraw-promotion')
  withdrawPromotion(@Args('input') input: WithdrawPromotionInput, @Context() context: GraphContext) {
    return this.done(context, () => this.propose.withdraw(context.actor, input));
  }

  @Mutation(() => DecidePromotionPayload, { description: 'Moves level, roles and permissions when approved (决定晋升)' })
  @Permit('hr.decide-promotion')
  decidePromotion(@Args('input') input: DecidePromotionInput, @Context() context: GraphContext) {
    return this.done(context, () => this.decide.execute(context.actor, input));
  }

  private done(context: GraphContext, act: () => Promise<string>) {
    return answer(this.texts, context, async () => ({ promotion: await this.loader.byId(context, await act()) }));
  }
}

@Resolver(() => PromotionType)
export class PromotionResolver {
  constructor(
    private readonly loader: PromotionLoader,
    private readonly promotions: PromotionQueries,
    private readonly trainings: AskedTrainingsAbout,
    private readonly employees: EmployeeLoader,
  ) {}

  @Query(() => PromotionType, { nullable: true })
  @Permit('hr.read-promotion')
  promotion(@Args('id', { type: () => ID }) id: string, @Context() context: GraphContext) {
    return this.loader.byId(context, id);
  }

  @Query(() => PromotionConnection, { name: 'promotions', description: 'Own, and of the people one leads, newest first (晋升记录)' })
  @Permit('hr.read-promotion')
  listPromotions(@Args() filter: PromotionArgs, @Context() context: GraphContext) {
    return this.promotions.list(filter, context.actor);
  }

  @ResolveField(() => EmployeeType, { nullable: true })
  employee(@Parent() promotion: Promotion, @Context() context: GraphContext) {
    return this.employees.byId(context, promotion.employeeId);
  }

  @ResolveField(() => EmployeeType, { nullable: true })
  proposedBy(@Parent() promotion: Promotion, @Context() context: GraphContext) {
    return this.employees.byId(context, promotion.proposedBy);
  }

  @ResolveField(() => [AskedTrainingType], { description: 'The training that goes with it' })
  askedTrainings(@Parent() promotion: Promotion, @Context() context: GraphContext) {
    return this.trainings.of(context, promotion.id);
  }
}

/** Who may be promoted, as of today. */
@Resolver(() => EligibilityType)
export class EligibilityResolver {
  constructor(
    private readonly promotions: PromotionQueries,
    private readonly employees: EmployeeLoader,
  ) {}

  @Query(() => EligibilityType, { nullable: true, description: 'Own when nobody is named (晋升资格)' })
  @Permit('hr.read-promotion')
  promotionEligibility(
    @Args('employeeId', { type: () => ID, nullable: true }) employeeId: string | null,
    @Context() context: GraphContext,
  ) {
    return this.promotions.eligibility(employeeId ?? employeeIdOf(context.actor), context.actor);
  }

  @Query(() => EligibilityConnection, {
    name: 'promotionCandidates',
    description: 'Everybody on the ladder with the reasons (晋升资格清单)',
  })
  @Permit('hr.read-promotion')
  listCandidates(@Args() filter: CandidateArgs, @Context() context: GraphContext) {
    return this.promotions.candidates(filter, context.actor);
  }

  @ResolveField(() => EmployeeType, { nullable: true })
  employee(@Parent() eligibility: Eligibility, @Context() context: GraphContext) {
    return this.employees.byId(context, eligibility.employeeId);
  }

  @ResolveField(() => [PromotionReasonType], { description: 'Reasons for (符合项)' })
  reasonsFor(@Parent() eligibility: Eligibility): readonly Finding[] {
    return eligibility.findings.filter(({ met }) => met);
  }

  @ResolveField(() => [PromotionReasonType], { description: 'Reasons against (不符合项)' })
  reasonsAgainst(@Parent() eligibility: Eligibility): readonly Finding[] {
    return eligibility.findings.filter(({ met }) => !met);
  }
}

@Resolver(() => PromotionReasonType)
export class PromotionReasonResolver {
  constructor(private readonly sheetLoader: AppraisalSheetLoader) {}

  @ResolveField(() => [AppraisalSheetType], { description: 'Closed sheets that it was read from' })
  async sheets(@Parent() reason: Finding, @Context() context: GraphContext) {
    const sheets = await Promise.all(reason.sheetIds.map((id) => this.sheetLoader.byId(context, id)));
    return sheets.filter((sheet) => sheet !== null);
  }
}

@Resolver(() => PromotionWordType)
export class PromotionWordResolver {
  constructor(private readonly employees: EmployeeLoader) {}

  @ResolveField(() => EmployeeType, { nullable: true })
  by(@Parent() word: PromotionWordType, @Context() context: GraphContext) {
    return this.employees.byId(context, word.by);
  }
}
