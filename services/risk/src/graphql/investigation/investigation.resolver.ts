import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { answer, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import type { InvestigationState } from '../../domain/investigation/investigation.machine.js';
import { pointsToRework } from '../../domain/report/report-judgement.js';
import { InvestigationQueries } from '../../queries/investigation/investigation.queries.js';
import type { InvestigationView } from '../../queries/investigation/investigation.queries.js';
import { RecomputeScoreQueries } from '../../queries/scorecard/recompute-score.queries.js';
import { AssignInvestigators } from '../../use-cases/investigation/assign-investigators.use-case.js';
import { ReturnInvestigation } from '../../use-cases/investigation/return-investigation.use-case.js';
import { InvestigationStateEnum } from '../enums.type.js';
import { AssignInvestigatorsInput, ReturnInvestigationInput } from './investigation.input.js';
import { DecisionsOfApplication, InvestigationLoader } from './investigation.loader.js';
import { ConsentOnFileType, InvestigationConnection, InvestigationType, NotedDecisionType } from './investigation.type.js';
import { AssignInvestigatorsPayload, ReturnInvestigationPayload } from '../payloads.type.js';
import { CustomerStub, EmployeeStub, LoanApplicationStub, refer } from '../references.type.js';
import { ReportsOfInvestigation } from '../report/risk-report.loader.js';
import { RiskReportType } from '../report/risk-report.type.js';
import { ScoreRecomputationType } from '../scorecard/score.type.js';

@Resolver(() => InvestigationType)
export class InvestigationResolver {
  constructor(
    private readonly loader: InvestigationLoader,
    private readonly investigations: InvestigationQueries,
    private readonly recomputation: RecomputeScoreQueries,
    private readonly assignCase: AssignInvestigators,
    private readonly returnCase: ReturnInvestigation,
    private readonly texts: RefusalTexts,
  ) {}

  @Query(() => InvestigationType, { nullable: true })
  @Permit('risk.read-investigation')
  investigation(@Args('id', { type: () => ID }) id: string, @Context() context: GraphContext) {
    return this.loader.byId(context, id);
  }

  @Query(() => InvestigationConnection, { name: 'investigations', description: 'Newest first, in scope' })
  @Permit('risk.read-investigation')
  listInvestigations(
    @Args('state', { type: () => InvestigationStateEnum, nullable: true }) state: InvestigationState | null,
    @Args('first', { type: () => Int, nullable: true }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
    @Context() context: GraphContext,
  ) {
    return this.investigations.list({ state, first, after }, context.actor);
  }

  @Query(() => ScoreRecomputationType, { nullable: true, description: 'Computes the stored score again from its inputs (评分复算)' })
  @Permit('risk.read-check')
  recomputeScore(@Args('investigationId', { type: () => ID }) investigationId: string, @Context() context: GraphContext) {
    return this.recomputation.ofInvestigation(investigationId, context.actor);
  }

  @Mutation(() => AssignInvestigatorsPayload)
  @Permit('risk.assign-investigators')
  assignInvestigators(@Args('input') input: AssignInvestigatorsInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      investigation: await this.loader.byId(context, await this.assignCase.execute(context.actor, input)),
    }));
  }

  @Mutation(() => ReturnInvestigationPayload)
  @Permit('risk.return-investigation')
  returnInvestigation(@Args('input') input: ReturnInvestigationInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      investigation: await this.loader.byId(context, await this.returnCase.execute(context.actor, input)),
    }));
  }
}

/** What an investigation refers to. */
@Resolver(() => InvestigationType)
export class InvestigationFieldsResolver {
  constructor(
    private readonly reports: ReportsOfInvestigation,
    private readonly decisionsOf: DecisionsOfApplication,
  ) {}

  @ResolveField(() => LoanApplicationStub)
  application(@Parent() investigation: InvestigationView) {
    return refer(investigation.applicationId);
  }

  @ResolveField(() => CustomerStub)
  customer(@Parent() investigation: InvestigationView) {
    return refer(investigation.customerId);
  }

  @ResolveField(() => EmployeeStub)
  salesperson(@Parent() investigation: InvestigationView) {
    return refer(investigation.salespersonId);
  }

  @ResolveField(() => [EmployeeStub], { description: 'The two investigators (双人)' })
  investigators(@Parent() investigation: InvestigationView) {
    return investigation.investigatorIds.map(refer);
  }

  @ResolveField(() => [String], { description: 'Why it was returned or withdrawn' })
  closingReasons(@Parent() investigation: InvestigationView) {
    return investigation.closing?.reasons ?? [];
  }

  @ResolveField(() => [ConsentOnFileType], { nullable: true })
  @Permit('risk.read-check')
  consents(@Parent() investigation: InvestigationView) {
    return investigation.consents;
  }

  @ResolveField(() => RiskReportType, { nullable: true, description: 'Latest version of the final report of this round' })
  @Permit('risk.read-risk-report')
  report(@Parent() investigation: InvestigationView, @Context() context: GraphContext) {
    return this.reports.firstOf(context, investigation.id);
  }

  @ResolveField(() => [RiskReportType], { nullable: true, description: 'All versions of the final report of this round, newest first' })
  @Permit('risk.read-risk-report')
  reportVersions(@Parent() investigation: InvestigationView, @Context() context: GraphContext) {
    return this.reports.of(context, investigation.id);
  }

  @ResolveField(() => [String], { description: 'What the committee wants looked at again before it decides (复查要点)' })
  pointsToRework(@Parent() investigation: InvestigationView) {
    return pointsToRework(investigation.committeeReturns);
  }

  @ResolveField(() => [NotedDecisionType], { description: 'Decisions of the committee on the application' })
  decisions(@Parent() investigation: InvestigationView, @Context() context: GraphContext) {
    return this.decisionsOf.of(context, investigation.applicationId);
  }
}
