import { Args, Context, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Permit } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { BusinessClock } from '@weilend/kernel';
import type { Meeting } from '../domain/meetings/meeting.js';
import { MeetingQueries } from '../queries/meeting.queries.js';
import { HandoffLoader } from './handoff.loader.js';
import { HandoffType } from './handoff.type.js';
import { MeetingsArgs } from './meeting.input.js';
import { MeetingLoader } from './meeting.loader.js';
import { MeetingAttendeeType, MeetingConnection, MeetingMinutesType, MeetingResolutionType, MeetingType } from './meeting.type.js';
import { applicationStub, employeeStub, EmployeeStub, LoanApplicationStub } from './shared.type.js';

@Resolver(() => MeetingType)
export class MeetingResolver {
  constructor(
    private readonly loader: MeetingLoader,
    private readonly handoffs: HandoffLoader,
    private readonly meetingQueries: MeetingQueries,
    private readonly clock: BusinessClock,
  ) {}

  @Query(() => MeetingConnection, { description: 'Meetings between departments, newest first (协调会议)' })
  @Permit('coordination.read-meeting')
  meetings(@Args() filter: MeetingsArgs, @Context() context: GraphContext) {
    return this.meetingQueries.list(filter, context.actor, this.clock.now());
  }

  @Query(() => MeetingType, { nullable: true })
  @Permit('coordination.read-meeting')
  meeting(@Args('id', { type: () => ID }) id: string, @Context() context: GraphContext) {
    return this.loader.byId(context, id);
  }

  @ResolveField(() => [EmployeeStub], { description: 'Who is invited' })
  participants(@Parent() meeting: Meeting) {
    return meeting.participants.map((id) => ({ id }));
  }

  @ResolveField(() => HandoffType, { nullable: true, description: 'The late work that it is about' })
  handoff(@Parent() meeting: Meeting, @Context() context: GraphContext) {
    return meeting.handoffId ? this.handoffs.byId(context, meeting.handoffId) : null;
  }

  @ResolveField(() => HandoffType, {
    nullable: true,
    description: 'The work on the board that waits for the attendance or the minutes; it rings when they are late',
  })
  awaitedRecord(@Parent() meeting: Meeting, @Context() context: GraphContext) {
    return meeting.duty ? this.handoffs.byId(context, meeting.duty.handoffId) : null;
  }

  @ResolveField(() => LoanApplicationStub, { nullable: true })
  application(@Parent() meeting: Meeting) {
    return applicationStub(meeting.subject);
  }
}

@Resolver(() => MeetingAttendeeType)
export class MeetingAttendeeResolver {
  @ResolveField(() => EmployeeStub)
  employee(@Parent() attendee: MeetingAttendeeType) {
    return { id: attendee.employeeId };
  }
}

@Resolver(() => MeetingMinutesType)
export class MeetingMinutesResolver {
  @ResolveField(() => EmployeeStub)
  recordedBy(@Parent() minutes: MeetingMinutesType) {
    return { id: minutes.recordedBy };
  }
}

@Resolver(() => MeetingResolutionType)
export class MeetingResolutionResolver {
  constructor(private readonly handoffs: HandoffLoader) {}

  @ResolveField(() => EmployeeStub, { nullable: true })
  owner(@Parent() resolution: MeetingResolutionType) {
    return employeeStub(resolution.ownerId);
  }

  @ResolveField(() => HandoffType, { nullable: true, description: 'The work on the board that keeps its time' })
  handoff(@Parent() resolution: MeetingResolutionType, @Context() context: GraphContext) {
    return this.handoffs.byId(context, resolution.handoffId);
  }
}
