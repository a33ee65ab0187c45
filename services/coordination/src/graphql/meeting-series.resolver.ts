import { Args, Context, Field, ID, Mutation, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { answer, MutationPayload, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import type { MeetingSeries } from '../domain/series/meeting-series.js';
import { MeetingSeriesQueries } from '../queries/meeting-series.queries.js';
import { EndMeetingSeries } from '../use-cases/end-meeting-series/end-meeting-series.use-case.js';
import { StartMeetingSeries } from '../use-cases/start-meeting-series/start-meeting-series.use-case.js';
import { MeetingSeriesLoader } from './meeting-series.loader.js';
import {
  EndMeetingSeriesInput,
  MeetingSeriesArgs,
  MeetingSeriesConnection,
  MeetingSeriesType,
  StartMeetingSeriesInput,
} from './meeting-series.type.js';
import { ApplicationMeetings } from './meeting.loader.js';
import { MeetingType } from './meeting.type.js';
import { EmployeeStub } from './shared.type.js';

@ObjectType({ isAbstract: true })
abstract class MeetingSeriesPayload extends MutationPayload {
  @Field(() => MeetingSeriesType, { nullable: true })
  readonly series?: MeetingSeriesType | null;
}

@ObjectType()
export class StartMeetingSeriesPayload extends MeetingSeriesPayload {}

@ObjectType()
export class EndMeetingSeriesPayload extends MeetingSeriesPayload {}

@Resolver(() => MeetingSeriesType)
export class MeetingSeriesResolver {
  constructor(
    private readonly loader: MeetingSeriesLoader,
    private readonly meetingsAbout: ApplicationMeetings,
    private readonly seriesQueries: MeetingSeriesQueries,
    private readonly startCase: StartMeetingSeries,
    private readonly endCase: EndMeetingSeries,
    private readonly texts: RefusalTexts,
  ) {}

  @Query(() => MeetingSeriesConnection, { description: 'Regular communication between departments, newest first (定期沟通机制)' })
  @Permit('coordination.read-meeting-series')
  meetingSeriesList(@Args() filter: MeetingSeriesArgs, @Context() context: GraphContext) {
    return this.seriesQueries.list(filter, context.actor);
  }

  @Query(() => MeetingSeriesType, { nullable: true })
  @Permit('coordination.read-meeting-series')
  meetingSeries(@Args('id', { type: () => ID }) id: string, @Context() context: GraphContext) {
    return this.loader.byId(context, id);
  }

  @Mutation(() => StartMeetingSeriesPayload, {
    description: 'Departments meet regularly from now on; their meetings are convened by themselves (设立定期会议)',
  })
  @Permit('coordination.start-meeting-series')
  startMeetingSeries(@Args('input') input: StartMeetingSeriesInput, @Context() context: GraphContext) {
    return this.done(context, () => this.startCase.execute(context.actor, input));
  }

  @Mutation(() => EndMeetingSeriesPayload, {
    description: 'End a series with the reason; its meetings that have not begun are cancelled (终止定期会议)',
  })
  @Permit('coordination.end-meeting-series')
  endMeetingSeries(@Args('input') input: EndMeetingSeriesInput, @Context() context: GraphContext) {
    return this.done(context, () => this.endCase.execute(context.actor, input));
  }

  @ResolveField(() => [MeetingType], { description: 'Its meetings so far, as they were convened; `meetings(subject:)` pages them' })
  meetings(@Parent() series: MeetingSeries, @Context() context: GraphContext) {
    return this.meetingsAbout.of(context, series.id);
  }

  @ResolveField(() => EmployeeStub)
  startedBy(@Parent() series: MeetingSeries) {
    return { id: series.startedBy };
  }

  private done(context: GraphContext, act: () => Promise<string>) {
    return answer(this.texts, context, async () => ({ series: await this.loader.byId(context, await act()) }));
  }
}
