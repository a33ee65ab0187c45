import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { answer, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { CancelTrainingSession } from '../../use-cases/session/cancel-training-session.use-case.js';
import { RecordTrainingCost } from '../../use-cases/session/record-training-cost.use-case.js';
import { RescheduleTrainingSession } from '../../use-cases/session/reschedule-training-session.use-case.js';
import {
  CancelTrainingSessionInput,
  CancelTrainingSessionPayload,
  RecordTrainingCostInput,
  RecordTrainingCostPayload,
  RescheduleTrainingSessionInput,
  RescheduleTrainingSessionPayload,
} from './training-session.input.js';
import { TrainingSessionLoader } from './training-session.loader.js';

/** What happens to a training after it was planned. */
@Resolver()
export class SessionChangesResolver {
  constructor(
    private readonly sessions: TrainingSessionLoader,
    private readonly reschedule: RescheduleTrainingSession,
    private readonly cancel: CancelTrainingSession,
    private readonly cost: RecordTrainingCost,
    private readonly texts: RefusalTexts,
  ) {}

  @Mutation(() => RescheduleTrainingSessionPayload, { description: 'Moves a planned training; nominees are told (调整培训安排)' })
  @Permit('training.reschedule-session')
  rescheduleTrainingSession(@Args('input') input: RescheduleTrainingSessionInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      session: await this.sessions.byId(context, await this.reschedule.execute(context.actor, input)),
    }));
  }

  @Mutation(() => CancelTrainingSessionPayload, { description: 'Calls a planned training off; nominees are told (取消培训)' })
  @Permit('training.cancel-session')
  cancelTrainingSession(@Args('input') input: CancelTrainingSessionInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      session: await this.sessions.byId(context, await this.cancel.execute(context.actor, input)),
    }));
  }

  @Mutation(() => RecordTrainingCostPayload, { description: 'What a training cost in the end (登记培训费用)' })
  @Permit('training.record-cost')
  recordTrainingCost(@Args('input') input: RecordTrainingCostInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      session: await this.sessions.byId(context, await this.cost.execute(context.actor, input)),
    }));
  }
}
