import { Args, ArgsType, Context, Field, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Permit } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import type { MarketReport } from '../../domain/team/market-report.js';
import { TeamQueries } from '../../queries/team/team.queries.js';
import { MarketReportKindEnum, MarketTopicEnum, SalesProblemStateEnum } from '../enum.type.js';
import { EmployeeStub } from '../stub.type.js';
import { MarketReportLoader, SalesProblemLoader } from './team.loader.js';
import {
  MarketCorrection,
  MarketReportConnection,
  MarketReportType,
  SalesProblemConnection,
  SalesProblemStep,
  SalesProblemType,
} from './team.type.js';

@ArgsType()
class SalesProblemsArgs {
  @Field(() => SalesProblemStateEnum, { nullable: true })
  readonly state?: string | null;

  @Field(() => ID, { nullable: true })
  readonly ownerId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Only those whose day has passed' })
  readonly overdue?: boolean | null;

  @Field(() => Int, { nullable: true })
  readonly first?: number | null;

  @Field(() => String, { nullable: true })
  readonly after?: string | null;
}

@ArgsType()
class MarketReportsArgs {
  @Field(() => MarketReportKindEnum, { nullable: true })
  readonly kind?: string | null;

  @Field(() => MarketTopicEnum, { nullable: true })
  readonly topic?: string | null;

  @Field(() => String, { nullable: true, description: 'For instance 2026-Q4' })
  readonly quarter?: string | null;

  @Field(() => Int, { nullable: true })
  readonly first?: number | null;

  @Field(() => String, { nullable: true })
  readonly after?: string | null;
}

@Resolver(() => SalesProblemType)
class ProblemResolver {
  constructor(
    private readonly loader: SalesProblemLoader,
    private readonly queries: TeamQueries,
  ) {}

  @Query(() => SalesProblemType, { nullable: true })
  @Permit('sales.read-sales-problem')
  salesProblem(@Args('id', { type: () => ID }) id: string, @Context() context: GraphContext) {
    return this.loader.byId(context, id);
  }

  @Query(() => SalesProblemConnection, { description: 'Problems of the daily work, newest first (工作问题)' })
  @Permit('sales.read-sales-problem')
  salesProblems(@Args() wanted: SalesProblemsArgs) {
    return this.queries.problems(wanted);
  }

  @ResolveField(() => EmployeeStub)
  raisedBy(@Parent() problem: SalesProblemType) {
    return { id: problem.raisedBy };
  }

  @ResolveField(() => EmployeeStub, { nullable: true })
  owner(@Parent() problem: SalesProblemType) {
    return problem.ownerId && { id: problem.ownerId };
  }
}

@Resolver(() => SalesProblemStep)
class ProblemStepResolver {
  @ResolveField(() => EmployeeStub)
  by(@Parent() step: SalesProblemStep) {
    return { id: step.by };
  }
}

@Resolver(() => MarketReportType)
class MarketReportResolver {
  constructor(
    private readonly loader: MarketReportLoader,
    private readonly queries: TeamQueries,
  ) {}

  @Query(() => MarketReportType, { nullable: true })
  @Permit('sales.read-market-report')
  marketReport(@Args('id', { type: () => ID }) id: string, @Context() context: GraphContext) {
    return this.loader.byId(context, id);
  }

  @Query(() => MarketReportConnection, { description: 'Market and competitor reports, newest first' })
  @Permit('sales.read-market-report')
  marketReports(@Args() wanted: MarketReportsArgs) {
    return this.queries.marketReports(wanted);
  }

  @ResolveField(() => [MarketCorrection], { description: 'What it said before, oldest first' })
  corrections(@Parent() report: MarketReport) {
    return report.corrections.map(({ before, reason, at }) => ({ ...before, reason, at }));
  }

  @ResolveField(() => EmployeeStub)
  author(@Parent() report: MarketReportType) {
    return { id: report.authorId };
  }
}

export const problemResolvers = [ProblemResolver, ProblemStepResolver, MarketReportResolver];
