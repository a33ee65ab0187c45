import { Args, Context, Float, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { answer, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { shareOf } from '../../domain/appraisal/fraction.js';
import type { Figures } from '../../domain/appraisal/indicator.js';
import { IndicatorQueries } from '../../queries/indicator/indicator.queries.js';
import { RebuildAppraisalFacts } from '../../use-cases/indicator/rebuild-facts.use-case.js';
import { AppraisalFiguresType } from '../appraisal/appraisal.type.js';
import { FactRebuildLoader } from './indicator.loader.js';
import {
  AppraisalFactConnection,
  AppraisedLoanConnection,
  FactRebuildConnection,
  FactRebuildType,
  FactsArgs,
  OfPersonArgs,
  RebuildAppraisalFactsInput,
  RebuildAppraisalFactsPayload,
} from './indicator.type.js';

/** Follows a figure down to its loans, visits and violations, and has the facts made again [5.1-5.4]. */
@Resolver(() => FactRebuildType)
export class IndicatorResolver {
  constructor(
    private readonly indicators: IndicatorQueries,
    private readonly rebuilds: FactRebuildLoader,
    private readonly rebuild: RebuildAppraisalFacts,
    private readonly texts: RefusalTexts,
  ) {}

  @Query(() => AppraisalFactConnection, {
    description: 'What an indicator of a person and quarter is counted from (指标明细); one’s own, or anybody’s for managers',
  })
  @Permit('hr.read-appraisal')
  appraisalFacts(@Args() args: FactsArgs, @Context() context: GraphContext) {
    return this.indicators.facts(args, context.actor);
  }

  @Query(() => AppraisedLoanConnection, { description: 'The loans behind the overdue and NPL rates as of the end of a quarter' })
  @Permit('hr.read-appraisal')
  appraisalLoans(@Args() args: OfPersonArgs, @Context() context: GraphContext) {
    return this.indicators.loans(args, context.actor);
  }

  @Query(() => FactRebuildConnection, { description: 'Rebuilds of the facts with their progress, newest first' })
  @Permit('hr.read-appraisal-rebuild')
  factRebuilds(
    @Args('first', { type: () => Int, nullable: true }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ) {
    return this.indicators.rebuilds({ first, after });
  }

  @Mutation(() => RebuildAppraisalFactsPayload, { description: 'Makes all facts again from what was heard, and compares (重建投影)' })
  @Permit('hr.rebuild-appraisal-facts')
  rebuildAppraisalFacts(@Args('input') input: RebuildAppraisalFactsInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      factRebuild: await this.rebuilds.byId(context, await this.rebuild.execute(context.actor, input)),
    }));
  }
}

const rate = (description: string) => ({ nullable: true, description: `${description}, four decimals; null while nothing is owed` });

/** Rates beside what they are made of. */
@Resolver(() => AppraisalFiguresType)
export class FiguresRatesResolver {
  @ResolveField(() => Float, rate('overdueFen by outstandingFen (逾期率)'))
  overdueRate(@Parent() { overdueFen, outstandingFen }: Figures) {
    return shareOf(overdueFen, outstandingFen);
  }

  @ResolveField(() => Float, rate('nplFen by outstandingFen (不良贷款率)'))
  nplRate(@Parent() { nplFen, outstandingFen }: Figures) {
    return shareOf(nplFen, outstandingFen);
  }
}
