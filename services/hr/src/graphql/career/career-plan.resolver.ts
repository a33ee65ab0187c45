import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { answer, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import type { CareerPlan, PlanRemark } from '../../domain/career/career-plan.js';
import { CareerQueries } from '../../queries/career/career.queries.js';
import { KeepCareerPlan } from '../../use-cases/career/keep-career-plan.use-case.js';
import { RequestCareerTraining } from '../../use-cases/career/request-career-training.use-case.js';
import { EmployeeLoader } from '../employee/employee.loader.js';
import { EmployeeType } from '../employee/employee.type.js';
import {
  CareerPlanArgs,
  ChangeCareerPlanInput,
  CommentCareerPlanInput,
  EndCareerPlanInput,
  FinishCareerStepInput,
  MakeCareerPlanInput,
  NoteCareerProgressInput,
  RequestCareerTrainingInput,
} from './career.input.js';
import { AskedTrainingsAbout, CareerPlanLoader } from './career.loader.js';
import {
  ChangeCareerPlanPayload,
  CommentCareerPlanPayload,
  EndCareerPlanPayload,
  FinishCareerStepPayload,
  MakeCareerPlanPayload,
  NoteCareerProgressPayload,
  RequestCareerTrainingPayload,
} from './career-payloads.type.js';
import { AskedTrainingType, CareerPlanConnection, CareerPlanType, PlanRemarkType } from './career.type.js';

/** What a person plans for himself, and what his superior says to it. */
@Resolver(() => CareerPlanType)
export class CareerPlanActsResolver {
  constructor(
    private readonly loader: CareerPlanLoader,
    private readonly keep: KeepCareerPlan,
    private readonly request: RequestCareerTraining,
    private readonly texts: RefusalTexts,
  ) {}

  @Mutation(() => MakeCareerPlanPayload, { description: 'Own plan (制定个人职业规划)' })
  @Permit('hr.keep-career-plan')
  makeCareerPlan(@Args('input') input: MakeCareerPlanInput, @Context() context: GraphContext) {
    return this.done(context, () => this.keep.make(context.actor, input));
  }

  @Mutation(() => ChangeCareerPlanPayload, { description: 'Steps that stay keep the day on which they were done' })
  @Permit('hr.keep-career-plan')
  changeCareerPlan(@Args('input') input: ChangeCareerPlanInput, @Context() context: GraphContext) {
    return this.done(context, () => this.keep.change(context.actor, input));
  }

  @Mutation(() => FinishCareerStepPayload)
  @Permit('hr.keep-career-plan')
  finishCareerStep(@Args('input') input: FinishCareerStepInput, @Context() context: GraphContext) {
    return this.done(context, () => this.keep.finishStep(context.actor, input));
  }

  @Mutation(() => NoteCareerProgressPayload, { description: 'Own progress (记录进展)' })
  @Permit('hr.keep-career-plan')
  noteCareerProgress(@Args('input') input: NoteCareerProgressInput, @Context() context: GraphContext) {
    return this.done(context, () => this.keep.note(context.actor, input));
  }

  @Mutation(() => CommentCareerPlanPayload, { description: 'By who leads the person (上级意见)' })
  @Permit('hr.comment-career-plan')
  commentCareerPlan(@Args('input') input: CommentCareerPlanInput, @Context() context: GraphContext) {
    return this.done(context, () => this.keep.comment(context.actor, input));
  }

  @Mutation(() => EndCareerPlanPayload, { description: 'Achieved when the person stands on its level by then' })
  @Permit('hr.keep-career-plan')
  endCareerPlan(@Args('input') input: EndCareerPlanInput, @Context() context: GraphContext) {
    return this.done(context, () => this.keep.end(context.actor, input));
  }

  @Mutation(() => RequestCareerTrainingPayload, { description: 'Asks for a training in a topic of the plan (按规划申请培训)' })
  @Permit('hr.request-career-training')
  requestCareerTraining(@Args('input') input: RequestCareerTrainingInput, @Context() context: GraphContext) {
    return this.done(context, () => this.request.execute(context.actor, input));
  }

  private done(context: GraphContext, act: () => Promise<string>) {
    return answer(this.texts, context, async () => ({ careerPlan: await this.loader.byId(context, await act()) }));
  }
}

@Resolver(() => CareerPlanType)
export class CareerPlanResolver {
  constructor(
    private readonly loader: CareerPlanLoader,
    private readonly careers: CareerQueries,
    private readonly trainings: AskedTrainingsAbout,
    private readonly employees: EmployeeLoader,
  ) {}

  @Query(() => CareerPlanType, { nullable: true })
  @Permit('hr.read-career')
  careerPlan(@Args('id', { type: () => ID }) id: string, @Context() context: GraphContext) {
    return this.loader.byId(context, id);
  }

  @Query(() => CareerPlanConnection, { name: 'careerPlans', description: 'Own plans, and those of the people one leads, newest first' })
  @Permit('hr.read-career')
  listCareerPlans(@Args() filter: CareerPlanArgs, @Context() context: GraphContext) {
    return this.careers.plans(filter, context.actor);
  }

  @ResolveField(() => EmployeeType, { nullable: true })
  employee(@Parent() plan: CareerPlan, @Context() context: GraphContext) {
    return this.employees.byId(context, plan.employeeId);
  }

  @ResolveField(() => [AskedTrainingType], { description: 'Trainings that were asked for by this plan' })
  askedTrainings(@Parent() plan: CareerPlan, @Context() context: GraphContext) {
    return this.trainings.of(context, plan.id);
  }
}

@Resolver(() => PlanRemarkType)
export class PlanRemarkResolver {
  constructor(private readonly employees: EmployeeLoader) {}

  @ResolveField(() => EmployeeType, { nullable: true })
  by(@Parent() remark: PlanRemark, @Context() context: GraphContext) {
    return this.employees.byId(context, remark.by);
  }
}
