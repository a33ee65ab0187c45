import { Args, Context, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { answer, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { TrainingNoticeQueries } from '../../queries/notice/training-notice.queries.js';
import { MarkNoticesRead } from '../../use-cases/notice/mark-notices-read.use-case.js';
import { TrainingSessionLoader } from '../session/training-session.loader.js';
import { TrainingSessionType } from '../session/training-session.type.js';
import {
  MarkTrainingNoticesReadInput,
  MarkTrainingNoticesReadPayload,
  TrainingNoticeConnection,
  TrainingNoticeType,
} from './training-notice.type.js';

/** What people were told of their nominations. */
@Resolver(() => TrainingNoticeType)
export class TrainingNoticeResolver {
  constructor(
    private readonly notices: TrainingNoticeQueries,
    private readonly sessions: TrainingSessionLoader,
    private readonly mark: MarkNoticesRead,
    private readonly texts: RefusalTexts,
  ) {}

  @Query(() => TrainingNoticeConnection, { description: 'What I was told of my nominations, newest first (我的培训通知) [6.4]' })
  @Permit('training.read-notice')
  myTrainingNotices(
    @Args('unread', { type: () => Boolean, nullable: true, defaultValue: true, description: 'False for all' }) unread: boolean,
    @Args('first', { type: () => Int, nullable: true }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
    @Context() context: GraphContext,
  ) {
    return this.notices.mine({ unread }, { first, after }, context.actor);
  }

  @Mutation(() => MarkTrainingNoticesReadPayload, { description: 'I have read these notices (通知标为已读)' })
  @Permit('training.mark-notices-read')
  markTrainingNoticesRead(@Args('input') input: MarkTrainingNoticesReadInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      notices: await this.notices.byIds(await this.mark.execute(context.actor, input), context.actor),
    }));
  }

  @ResolveField(() => TrainingSessionType, { nullable: true, description: 'The training that it is about' })
  session(@Parent() { sessionId }: TrainingNoticeType, @Context() context: GraphContext) {
    return this.sessions.byId(context, sessionId);
  }
}
