import { Args, ArgsType, Context, Field, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { answer, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import type { EmployeeActor } from '@weilend/kernel';
import type { NominationState } from '../../domain/session/nomination.machine.js';
import type { RequestState, TrainingRequest } from '../../domain/session/training-request.js';
import { NominationQueries } from '../../queries/session/nomination.queries.js';
import { ReturnTrainingRequest } from '../../use-cases/session/return-training-request.use-case.js';
import { NominationStateEnum, RequestStateEnum } from '../enums.type.js';
import { EmployeeStub } from '../references.type.js';
import { TrainingRequestLoader } from './nomination.loader.js';
import {
  NominationConnection,
  ReturnTrainingRequestInput,
  ReturnTrainingRequestPayload,
  TrainingRequestConnection,
  TrainingRequestType,
} from './nomination.type.js';
import { TrainingSessionLoader } from './training-session.loader.js';
import { TrainingSessionType } from './training-session.type.js';

@ArgsType()
export class QueueArgs {
  @Field(() => ID)
  readonly sessionId!: string;

  @Field(() => NominationStateEnum, { nullable: true })
  readonly state?: NominationState | null;

  @Field(() => Int, { nullable: true })
  readonly first?: number | null;

  @Field(() => String, { nullable: true })
  readonly after?: string | null;
}

/** Queues of trainings, own trainings, and what waits for the manager. */
@Resolver()
export class NominationListsResolver {
  constructor(private readonly nominations: NominationQueries) {}

  @Query(() => NominationConnection, {
    description: 'Seats and waiting list of a training in their order; own ones for everybody (报名与候补名单)',
  })
  @Permit('training.read-nomination')
  trainingNominations(@Args() args: QueueArgs, @Context() context: GraphContext) {
    return this.nominations.ofSession(context.actor as EmployeeActor, args, args);
  }

  @Query(() => NominationConnection, {
    description: 'Own trainings, the latest first; of others for who looks after training (个人培训记录)',
  })
  @Permit('training.read-nomination')
  trainingsOfPerson(
    @Context() context: GraphContext,
    @Args('employeeId', { type: () => ID, nullable: true }) employeeId: string | null,
    @Args('first', { type: () => Int, nullable: true }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ) {
    return this.nominations.ofPerson(context.actor as EmployeeActor, employeeId, { first, after });
  }

  @Query(() => NominationConnection, { description: 'Self-nominations that wait for the manager, the nearest day first (待审批报名)' })
  @Permit('training.decide-nomination')
  pendingTrainingNominations(
    @Context() context: GraphContext,
    @Args('first', { type: () => Int, nullable: true }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ) {
    return this.nominations.pending(context.actor as EmployeeActor, { first, after });
  }
}

/** What hr asked for. */
@Resolver(() => TrainingRequestType)
export class TrainingRequestResolver {
  constructor(
    private readonly nominations: NominationQueries,
    private readonly requests: TrainingRequestLoader,
    private readonly sessions: TrainingSessionLoader,
    private readonly returnRequest: ReturnTrainingRequest,
    private readonly texts: RefusalTexts,
  ) {}

  @Query(() => TrainingRequestConnection, { description: 'Requests of hr by their deadline, the most urgent first (待安排培训)' })
  @Permit('training.read-request')
  trainingRequests(
    @Args('state', { type: () => RequestStateEnum, nullable: true, defaultValue: 'OPEN' }) state: RequestState,
    @Args('employeeId', { type: () => ID, nullable: true }) employeeId: string | null,
    @Args('first', { type: () => Int, nullable: true }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ) {
    return this.nominations.requests({ state, employeeId }, { first, after });
  }

  @Mutation(() => ReturnTrainingRequestPayload, { description: 'Tells hr why somebody is not trained (退回培训申请)' })
  @Permit('training.return-request')
  returnTrainingRequest(@Args('input') input: ReturnTrainingRequestInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      request: await this.requests.byId(context, await this.returnRequest.execute(context.actor, input)),
    }));
  }

  @ResolveField(() => EmployeeStub)
  employee(@Parent() request: TrainingRequest) {
    return { id: request.employeeId };
  }

  @ResolveField(() => TrainingSessionType, { nullable: true, description: 'The training that answers it' })
  session(@Parent() request: TrainingRequest, @Context() context: GraphContext) {
    return request.sessionId ? this.sessions.byId(context, request.sessionId) : null;
  }
}
