import { Args, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Permit } from '@weilend/graphql';
import { unansweredKinds } from '../../domain/plan/training-need.js';
import type { TrainingPlan } from '../../domain/plan/training-plan.js';
import { TrainingPlanQueries } from '../../queries/plan/training-plan.queries.js';
import { FindingKindEnum } from '../enums.type.js';
import { EmployeeStub } from '../references.type.js';
import {
  PlannedCourseProgressType,
  TrainingFindingType,
  TrainingOverspendType,
  TrainingPlanType,
  TrainingPlanVersionConnection,
  TrainingPlanVersionType,
} from './training-plan.type.js';

/** What stands behind a plan and what became of it. */
@Resolver(() => TrainingPlanType)
export class PlanFactsResolver {
  constructor(private readonly plans: TrainingPlanQueries) {}

  @Query(() => [TrainingFindingType], {
    description: 'What the departments found in a year, counted: the needs analysis starts here [6.1]',
  })
  @Permit('training.read-finding')
  trainingFindings(@Args('year', { type: () => Int }) year: number) {
    return this.plans.findingsOf(year);
  }

  @ResolveField(() => [FindingKindEnum], { nullable: true, description: 'Kinds of findings that no need of the plan answers yet' })
  unansweredFindings(@Parent() { needs, findings }: TrainingPlan) {
    return unansweredKinds(needs, findings);
  }

  @ResolveField(() => [PlannedCourseProgressType], {
    nullable: true,
    description: 'Planned, held and evaluated trainings and their cost, course by course [6.1]',
  })
  @Permit('training.read-plan-progress')
  progress(@Parent() plan: TrainingPlan) {
    return this.plans.progressOf(plan);
  }

  @ResolveField(() => [TrainingOverspendType], { nullable: true, description: 'What was allowed beyond the budgets, and why' })
  @Permit('training.read-plan-progress')
  overspends(@Parent() plan: TrainingPlan) {
    return plan.overspends;
  }

  @ResolveField(() => TrainingPlanVersionConnection, {
    nullable: true,
    description: 'What the plan said before its revisions, the latest first',
  })
  versions(
    @Parent() plan: TrainingPlan,
    @Args('first', { type: () => Int, nullable: true }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ) {
    return this.plans.versionsOf(plan.id, { first, after });
  }
}

@Resolver(() => TrainingPlanVersionType)
export class PlanVersionResolver {
  @ResolveField(() => EmployeeStub)
  replacedBy(@Parent() version: { readonly replacedBy: string }) {
    return { id: version.replacedBy };
  }
}

@Resolver(() => TrainingOverspendType)
export class OverspendResolver {
  @ResolveField(() => EmployeeStub)
  allowedBy(@Parent() overspend: TrainingPlan['overspends'][number]) {
    return { id: overspend.allowedBy };
  }
}
