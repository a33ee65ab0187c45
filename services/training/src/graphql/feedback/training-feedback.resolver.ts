import { Args, Context, Field, Float, ID, InputType, Int, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { answer, MutationPayload, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { TrainingFeedbackQueries } from '../../queries/feedback/training-feedback.queries.js';
import { GiveTrainingFeedback } from '../../use-cases/feedback/give-training-feedback.use-case.js';
import { KeyedInput } from '../keyed.input.js';
import { TrainingSessionLoader } from '../session/training-session.loader.js';
import { TrainingSessionType } from '../session/training-session.type.js';

@ObjectType('TrainingFeedbackFigures', { description: 'Averages of 1 to 5, to four decimals, and words without their writer' })
export class FeedbackFiguresType {
  @Field(() => Float, { description: 'Content (内容)' })
  readonly content!: number;

  @Field(() => Float, { description: 'Trainer (讲师)' })
  readonly trainer!: number;

  @Field(() => Float, { description: 'Use for the work (实用性)' })
  readonly usefulness!: number;

  @Field(() => [String])
  readonly texts!: string[];
}

@ObjectType('TrainingFeedback', { description: 'What attendees think of a training, all together (培训反馈)' })
export class TrainingFeedbackType {
  @Field(() => Int)
  readonly attendees!: number;

  @Field(() => Int, { description: 'How many answered (样本数)' })
  readonly answers!: number;

  @Field(() => Int, { description: 'From how many answers on figures are shown, so that nobody is recognised' })
  readonly least!: number;

  @Field(() => Int, { nullable: true, description: 'Of how many answers the figures are; new ones are shown by so many at a time' })
  readonly shown?: number | null;

  @Field(() => FeedbackFiguresType, { nullable: true })
  readonly figures!: FeedbackFiguresType | null;
}

@InputType()
export class GiveTrainingFeedbackInput extends KeyedInput {
  @Field(() => ID)
  readonly sessionId!: string;

  @Field(() => Int, { description: '1 to 5' })
  readonly content!: number;

  @Field(() => Int, { description: '1 to 5' })
  readonly trainer!: number;

  @Field(() => Int, { description: '1 to 5' })
  readonly usefulness!: number;

  @Field(() => String, { nullable: true })
  readonly text?: string | null;
}

@ObjectType()
export class GiveTrainingFeedbackPayload extends MutationPayload {
  @Field(() => TrainingSessionType, { nullable: true })
  readonly session?: TrainingSessionType | null;
}

@Resolver(() => TrainingFeedbackType)
export class TrainingFeedbackResolver {
  constructor(
    private readonly feedback: TrainingFeedbackQueries,
    private readonly sessions: TrainingSessionLoader,
    private readonly give: GiveTrainingFeedback,
    private readonly texts: RefusalTexts,
  ) {}

  @Query(() => TrainingFeedbackType, { nullable: true, description: 'Feedback on a training, together (培训反馈汇总)' })
  @Permit('training.read-feedback')
  trainingFeedback(@Args('sessionId', { type: () => ID }) sessionId: string) {
    return this.feedback.summary(sessionId);
  }

  @Mutation(() => GiveTrainingFeedbackPayload, { description: 'Gives my feedback on a training that I attended, once (提交培训反馈)' })
  @Permit('training.give-feedback')
  giveTrainingFeedback(@Args('input') input: GiveTrainingFeedbackInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      session: await this.sessions.byId(context, await this.give.execute(context.actor, input)),
    }));
  }
}
