import { Args, Context, ID, Int, Query, Resolver } from '@nestjs/graphql';
import { LocalDate, Permit } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import type { LocalDate as LocalDateText } from '@weilend/kernel';
import type { ScorecardState } from '../../domain/scorecard/scorecard.machine.js';
import { RecomputeScoreQueries } from '../../queries/scorecard/recompute-score.queries.js';
import { ScorecardQueries } from '../../queries/scorecard/scorecard.queries.js';
import { ScorecardStateEnum } from '../enums.type.js';
import { ChallengerScoreType, ScoreExplanationType } from './score-explanation.type.js';
import { viewOf } from './scorecard-view.js';
import { ScorecardLoader } from './scorecard.loader.js';
import { ScorecardComparisonType, ScorecardConnection, ScorecardType } from './scorecard.type.js';

/** The company's cards, what they say of an investigation, and how two of them agree. */
@Resolver(() => ScorecardType)
export class ScoreResolver {
  constructor(
    private readonly loader: ScorecardLoader,
    private readonly scorecards: ScorecardQueries,
    private readonly scores: RecomputeScoreQueries,
  ) {}

  @Query(() => ScorecardType, { nullable: true, description: 'One version of a card (评分卡)' })
  @Permit('risk.read-scorecard')
  scorecard(@Args('id', { type: () => ID }) id: string, @Context() context: GraphContext) {
    return this.loader.byId(context, id);
  }

  @Query(() => ScorecardConnection, { name: 'scorecards', description: 'Newest first (评分卡列表)' })
  @Permit('risk.read-scorecard')
  listScorecards(
    @Args('state', { type: () => ScorecardStateEnum, nullable: true }) state: ScorecardState | null,
    @Args('first', { type: () => Int, nullable: true }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ) {
    return this.scorecards.list({ state, first, after }, viewOf);
  }

  @Query(() => ScorecardComparisonType, { description: 'A challenger and the cards that decided, over a period of days (评分卡对比)' })
  @Permit('risk.read-challenger-score')
  scorecardComparison(
    @Args('challengerId', { type: () => ID }) challengerId: string,
    @Args('from', { type: () => LocalDate }) from: LocalDateText,
    @Args('to', { type: () => LocalDate }) to: LocalDateText,
    @Args('championId', { type: () => ID, nullable: true }) championId: string | null,
  ) {
    return this.scorecards.comparison({ challengerId, championId, from, to });
  }

  @Query(() => ScoreExplanationType, { nullable: true, description: 'Each attribute with its points, and what spoke against (评分说明)' })
  @Permit('risk.read-check')
  scoreExplanation(@Args('investigationId', { type: () => ID }) investigationId: string, @Context() context: GraphContext) {
    return this.scores.explanation(investigationId, context.actor);
  }

  @Query(() => [String], {
    nullable: true,
    description: 'What the applicant may be told, in Chinese, the strongest reason first (告知申请人的理由)',
  })
  @Permit('risk.read-risk-report')
  async reasonsForApplicant(@Args('investigationId', { type: () => ID }) investigationId: string, @Context() context: GraphContext) {
    return (await this.scores.explanation(investigationId, context.actor))?.reasonsAgainst ?? null;
  }

  @Query(() => ChallengerScoreType, { nullable: true, description: 'What the challenger last said; it decides nothing (挑战者评分)' })
  @Permit('risk.read-challenger-score')
  challengerScore(@Args('investigationId', { type: () => ID }) investigationId: string, @Context() context: GraphContext) {
    return this.scores.challengerScore(investigationId, context.actor);
  }
}
