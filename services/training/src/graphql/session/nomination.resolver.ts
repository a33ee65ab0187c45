import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { answer, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import type { Nomination } from '../../domain/session/nomination.js';
import { DecideNomination } from '../../use-cases/session/decide-nomination.use-case.js';
import { NominateForTraining } from '../../use-cases/session/nominate-for-training.use-case.js';
import { WithdrawNomination } from '../../use-cases/session/withdraw-nomination.use-case.js';
import { EmployeeStub } from '../references.type.js';
import { NominationLoader } from './nomination.loader.js';
import {
  DecideTrainingNominationInput,
  DecideTrainingNominationPayload,
  NominateForTrainingInput,
  NominateForTrainingPayload,
  NominateSelfForTrainingInput,
  NominateSelfForTrainingPayload,
  NominationType,
  WithdrawTrainingNominationInput,
  WithdrawTrainingNominationPayload,
} from './nomination.type.js';
import { TrainingSessionLoader } from './training-session.loader.js';
import { TrainingSessionType } from './training-session.type.js';

/** Coming into the queue of a training and out of it. */
@Resolver(() => NominationType)
export class NominationResolver {
  constructor(
    private readonly nominations: NominationLoader,
    private readonly sessions: TrainingSessionLoader,
    private readonly nominate: NominateForTraining,
    private readonly decide: DecideNomination,
    private readonly withdraw: WithdrawNomination,
    private readonly texts: RefusalTexts,
  ) {}

  @Mutation(() => NominateForTrainingPayload, { description: 'The manager nominates somebody of his team (提名参加培训)' })
  @Permit('training.nominate')
  nominateForTraining(@Args('input') input: NominateForTrainingInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      nomination: await this.nominations.byId(context, await this.nominate.execute(context.actor, input)),
    }));
  }

  @Mutation(() => NominateSelfForTrainingPayload, { description: 'Nominates oneself; the manager accepts or declines (自荐报名)' })
  @Permit('training.nominate-self')
  nominateSelfForTraining(@Args('input') { requestKey, sessionId }: NominateSelfForTrainingInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      nomination: await this.nominations.byId(context, await this.nominate.execute(context.actor, { requestKey, sessionId })),
    }));
  }

  @Mutation(() => DecideTrainingNominationPayload, { description: 'The manager accepts or declines a self-nomination (审批报名)' })
  @Permit('training.decide-nomination')
  decideTrainingNomination(@Args('input') input: DecideTrainingNominationInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      nomination: await this.nominations.byId(context, await this.decide.execute(context.actor, input)),
    }));
  }

  @Mutation(() => WithdrawTrainingNominationPayload, { description: 'Gives a place back; whoever waits longest gets the seat (退出培训)' })
  @Permit('training.withdraw-nomination')
  withdrawTrainingNomination(@Args('input') input: WithdrawTrainingNominationInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      nomination: await this.nominations.byId(context, await this.withdraw.execute(context.actor, input)),
    }));
  }

  @ResolveField(() => TrainingSessionType, { nullable: true })
  session(@Parent() nomination: Nomination, @Context() context: GraphContext) {
    return this.sessions.byId(context, nomination.sessionId);
  }

  @ResolveField(() => EmployeeStub)
  employee(@Parent() nomination: Nomination) {
    return { id: nomination.employeeId };
  }
}
