import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { answer, Money, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import type { TrainingSession } from '../../domain/session/training-session.js';
import type { SessionState } from '../../domain/session/training-session.machine.js';
import { linesFor } from '../../domain/session/who-may-see.js';
import { TrainingSessionQueries } from '../../queries/session/training-session.queries.js';
import { CloseTrainingSession } from '../../use-cases/session/close-training-session.use-case.js';
import { EvaluateTraining } from '../../use-cases/session/evaluate-training.use-case.js';
import { PlanTrainingSession } from '../../use-cases/session/plan-training-session.use-case.js';
import { RecordTrainingAttendance } from '../../use-cases/session/record-training-attendance.use-case.js';
import {
  CloseTrainingSessionInput,
  CloseTrainingSessionPayload,
  EvaluateTrainingInput,
  EvaluateTrainingPayload,
  PlanTrainingSessionInput,
  PlanTrainingSessionPayload,
  RecordTrainingAttendanceInput,
  RecordTrainingAttendancePayload,
} from './training-session.input.js';
import { SessionStateEnum } from '../enums.type.js';
import { TrainingPlanLoader } from '../plan/training-plan.loader.js';
import { TrainingPlanType } from '../plan/training-plan.type.js';
import { FoundImprovementLoader } from '../improvement/improvement.loader.js';
import { EmployeeStub } from '../references.type.js';
import { TrainingSessionLoader } from './training-session.loader.js';
import { AttendanceType, EvaluationType, TrainingSessionConnection, TrainingSessionType } from './training-session.type.js';

@Resolver(() => TrainingSessionType)
export class TrainingSessionMutationsResolver {
  constructor(
    private readonly sessions: TrainingSessionLoader,
    private readonly plan: PlanTrainingSession,
    private readonly attend: RecordTrainingAttendance,
    private readonly evaluate: EvaluateTraining,
    private readonly close: CloseTrainingSession,
    private readonly texts: RefusalTexts,
  ) {}

  @Mutation(() => PlanTrainingSessionPayload)
  @Permit('training.plan-session')
  planTrainingSession(@Args('input') input: PlanTrainingSessionInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      session: await this.sessions.byId(context, await this.plan.execute(context.actor, input)),
    }));
  }

  @Mutation(() => RecordTrainingAttendancePayload)
  @Permit('training.record-attendance')
  recordTrainingAttendance(@Args('input') input: RecordTrainingAttendanceInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      session: await this.sessions.byId(context, await this.attend.execute(context.actor, input)),
    }));
  }

  @Mutation(() => EvaluateTrainingPayload)
  @Permit('training.evaluate-session')
  evaluateTraining(@Args('input') input: EvaluateTrainingInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      session: await this.sessions.byId(context, await this.evaluate.execute(context.actor, input)),
    }));
  }

  @Mutation(() => CloseTrainingSessionPayload)
  @Permit('training.close-session')
  closeTrainingSession(@Args('input') input: CloseTrainingSessionInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      session: await this.sessions.byId(context, await this.close.execute(context.actor, input)),
    }));
  }
}

@Resolver(() => TrainingSessionType)
export class TrainingSessionResolver {
  constructor(
    private readonly held: TrainingSessionQueries,
    private readonly found: FoundImprovementLoader,
    private readonly plans: TrainingPlanLoader,
    private readonly sessions: TrainingSessionLoader,
  ) {}

  @Query(() => TrainingSessionType, { nullable: true })
  @Permit('training.read-session')
  trainingSession(@Args('id', { type: () => ID }) id: string, @Context() context: GraphContext) {
    return this.sessions.byId(context, id);
  }

  @Query(() => TrainingSessionConnection, {
    name: 'trainingSessions',
    description: 'State HELD lists what still lacks its evaluation [6.7]',
  })
  @Permit('training.read-session')
  listTrainingSessions(
    @Args('state', { type: () => SessionStateEnum, nullable: true }) state: SessionState | null,
    @Args('planId', { type: () => ID, nullable: true }) planId: string | null,
    @Args('first', { type: () => Int, nullable: true }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ) {
    return this.held.list({ state, planId, first, after });
  }

  @ResolveField(() => TrainingPlanType, { nullable: true })
  plan(@Parent() session: TrainingSession, @Context() context: GraphContext) {
    return this.plans.byId(context, session.planId);
  }

  @ResolveField(() => EmployeeStub, { nullable: true })
  trainer(@Parent() session: TrainingSession) {
    return session.trainerId ? { id: session.trainerId } : null;
  }

  @ResolveField(() => [EmployeeStub])
  attendees(@Parent() session: TrainingSession) {
    return session.attendeeIds.map((id) => ({ id }));
  }

  @ResolveField(() => [AttendanceType], { nullable: true, description: 'My own line; everybody’s for who looks after trainings [3.7]' })
  attendance(@Parent() session: TrainingSession, @Context() { actor }: GraphContext) {
    return linesFor(actor, session.attendance).map((line) => ({ ...line, employee: { id: line.employeeId } }));
  }

  @ResolveField(() => Money, { nullable: true, description: 'What it costs' })
  @Permit('training.read-plan-progress')
  cost(@Parent() session: TrainingSession) {
    return session.costFen;
  }

  @ResolveField(() => EvaluationType, {
    nullable: true,
    description: 'With my own result; everybody’s for who looks after trainings [3.7]',
  })
  async evaluation(@Parent() session: TrainingSession, @Context() context: GraphContext) {
    const { evaluation } = session;
    if (!evaluation) return null;
    const results = linesFor(context.actor, evaluation.results).map((result) => ({ ...result, employee: { id: result.employeeId } }));
    const found = await this.found.of(context, session.id);
    return { ...evaluation, results, improvements: found.map(({ text }) => text) };
  }
}
