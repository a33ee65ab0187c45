import { Args, Context, ID, Info, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { fieldsAsked, Permit } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { DayQueries, SHOWN_OF_A_KIND } from '../../queries/day/day.queries.js';
import type { DeadlineGroup } from '../../queries/day/day.queries.js';
import { PlanQueries } from '../../queries/team/plan.queries.js';
import { TeamQueries } from '../../queries/team/team.queries.js';
import { EmployeeStub } from '../stub.type.js';
import { SalesPlanType } from '../team/plan.type.js';
import { WorkLogType } from '../team/team.type.js';
import { ApplicationStageCount, SalesDashboardType, SalesDayType, SalesDeadline, SalesDeadlineGroup } from './day.type.js';
import { LoanDeadlineSubjects, TeamDeadlineSubjects } from './deadline-subjects.js';

const MOST = 100;

@Resolver(() => SalesDayType)
export class DayResolver {
  constructor(
    private readonly queries: DayQueries,
    private readonly plans: PlanQueries,
    private readonly team: TeamQueries,
  ) {}

  @Query(() => SalesDayType, { description: 'My work of today; the manager may look into the day of anybody' })
  @Permit('sales.read-day')
  salesDay(@Args('employeeId', { type: () => ID, nullable: true }) employeeId: string | null, @Context() context: GraphContext) {
    return this.queries.day(context.actor, employeeId);
  }

  @ResolveField(() => EmployeeStub)
  employee(@Parent() day: SalesDayType) {
    return { id: day.employeeId };
  }

  @ResolveField(() => SalesPlanType, { nullable: true, description: 'The plan of the quarter, with what was reached' })
  @Permit('sales.read-sales-plan')
  plan(@Parent() day: SalesDayType, @Context() context: GraphContext) {
    return this.plans.ofQuarter(day.quarter, context.actor);
  }

  @ResolveField(() => WorkLogType, { nullable: true, description: 'The log of today; null until something is written' })
  @Permit('sales.read-work-log')
  async workLog(@Parent() { date, employeeId }: SalesDayType, @Context() context: GraphContext) {
    const { nodes } = await this.team.workLogs({ day: date as never, employeeId, first: 1 }, context.actor);
    return nodes[0] ?? null;
  }

  @ResolveField(() => [ApplicationStageCount], { description: 'My applications by where they stand' })
  stages(@Context() context: GraphContext) {
    return this.queries.stages(context.actor);
  }
}

@Resolver(() => SalesDashboardType)
export class DashboardResolver {
  constructor(
    private readonly queries: DayQueries,
    private readonly plans: PlanQueries,
    private readonly team: TeamQueries,
  ) {}

  @Query(() => SalesDashboardType, { description: 'How the department stands today' })
  @Permit('sales.read-dashboard')
  salesDashboard() {
    return this.queries.dashboard();
  }

  @ResolveField(() => SalesPlanType, { nullable: true, description: 'The plan of the quarter, with what was reached' })
  @Permit('sales.read-sales-plan')
  plan(@Parent() dashboard: SalesDashboardType, @Context() context: GraphContext) {
    return this.plans.ofQuarter(dashboard.quarter, context.actor);
  }

  @ResolveField(() => [ApplicationStageCount], { description: 'All applications by where they stand' })
  stages(@Context() context: GraphContext) {
    return this.queries.stages(context.actor);
  }

  @ResolveField(() => [EmployeeStub], { description: 'Salespeople who have not handed in the log of today' })
  async withoutWorkLog(@Parent() dashboard: SalesDashboardType) {
    return (await this.team.withoutWorkLog(dashboard.date as never)).map((id) => ({ id }));
  }
}

@Resolver(() => SalesDeadlineGroup)
export class DeadlineGroupResolver {
  constructor(
    private readonly queries: DayQueries,
    private readonly loan: LoanDeadlineSubjects,
    private readonly team: TeamDeadlineSubjects,
  ) {}

  @ResolveField(() => [SalesDeadline], {
    description: 'The most pressing first, until the end of the second working day ahead; empty in the dashboard',
  })
  async items(
    @Parent() group: DeadlineGroup,
    @Args('first', { type: () => Int, nullable: true, description: 'At most 100; 5 when left out' }) first: number | null,
    @Context() context: GraphContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const items = await this.queries.items(group, Math.min(Math.max(first ?? SHOWN_OF_A_KIND, 1), MOST));
    const asked = (subject: string) => fieldsAsked(info, subject);
    return items.map((item) => this.team.of(this.loan.of({ ...item }, context, asked), context, asked));
  }
}
