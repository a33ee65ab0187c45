import { Args, Context, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Permit } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import type { SalesPlan } from '../../domain/team/sales-plan.js';
import { PlanOrphanQueries } from '../../queries/team/plan-orphan.queries.js';
import { PlanQueries } from '../../queries/team/plan.queries.js';
import { EmployeeStub } from '../stub.type.js';
import {
  PersonalAchievement,
  SalesInitiative,
  SalesPlanConnection,
  SalesPlanOrphans,
  SalesPlanProgress,
  SalesPlanRevision,
  SalesPlanType,
  SalesTarget,
} from './plan.type.js';
import { MarketReportLoader } from './team.loader.js';
import { MarketReportType } from './team.type.js';

@Resolver(() => SalesPlanType)
export class PlanResolver {
  constructor(
    private readonly queries: PlanQueries,
    private readonly reportsById: MarketReportLoader,
  ) {}

  @Query(() => SalesPlanType, { nullable: true, description: 'The plan of a quarter, for instance 2026-Q4; drafts only for the manager' })
  @Permit('sales.read-sales-plan')
  salesPlan(@Args('quarter', { type: () => String }) quarter: string, @Context() context: GraphContext) {
    return this.queries.ofQuarter(quarter, context.actor);
  }

  @Query(() => SalesPlanConnection, { description: 'Sales plans, newest first' })
  @Permit('sales.read-sales-plan')
  salesPlans(
    @Context() context: GraphContext,
    @Args('first', { type: () => Int, nullable: true }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ) {
    return this.queries.plans({ first, after }, context.actor);
  }

  @ResolveField(() => SalesPlanProgress, { description: 'What has been reached until now' })
  progress(@Parent() plan: SalesPlanType, @Context() context: GraphContext) {
    return this.queries.progressOf(plan as unknown as SalesPlan, context.actor);
  }

  @ResolveField(() => [MarketReportType], { description: 'The market reports that the plan rests on' })
  @Permit('sales.read-market-report')
  async reports(@Parent() plan: SalesPlanType, @Context() context: GraphContext) {
    const found = await Promise.all(plan.reportIds.map((id) => this.reportsById.byId(context, id)));
    return found.filter((report) => report !== null);
  }
}

@Resolver(() => SalesPlanOrphans)
class PlanOrphansResolver {
  constructor(private readonly queries: PlanOrphanQueries) {}

  @Query(() => [SalesPlanOrphans], { description: 'What plans still ask of people who have left: change the plan (离职人员的计划任务)' })
  @Permit('sales.read-plan-orphan')
  salesPlanOrphans() {
    return this.queries.list();
  }

  @ResolveField(() => EmployeeStub)
  employee(@Parent() orphans: SalesPlanOrphans) {
    return { id: orphans.employeeId };
  }
}

@Resolver(() => SalesTarget)
class TargetResolver {
  @ResolveField(() => EmployeeStub)
  employee(@Parent() target: SalesTarget) {
    return { id: target.employeeId };
  }
}

@Resolver(() => PersonalAchievement)
class PersonalAchievementResolver {
  @ResolveField(() => EmployeeStub)
  employee(@Parent() person: PersonalAchievement) {
    return { id: person.employeeId };
  }
}

@Resolver(() => SalesInitiative)
class InitiativeResolver {
  @ResolveField(() => EmployeeStub)
  owner(@Parent() initiative: SalesInitiative) {
    return { id: initiative.ownerId };
  }
}

@Resolver(() => SalesPlanRevision)
class RevisionResolver {
  @ResolveField(() => EmployeeStub)
  revisedBy(@Parent() revision: SalesPlanRevision) {
    return { id: revision.by };
  }
}

export const planResolvers = [
  PlanResolver,
  PlanOrphansResolver,
  TargetResolver,
  PersonalAchievementResolver,
  InitiativeResolver,
  RevisionResolver,
];
