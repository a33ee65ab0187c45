import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphContext } from '@weilend/graphql';
import { ApplicationHandoffs } from './handoff.loader.js';
import { HandoffLevelType, HandoffParticipantType, HandoffPauseType, HandoffType } from './handoff.type.js';
import { ApplicationMeetings, MeetingLoader } from './meeting.loader.js';
import { MeetingType } from './meeting.type.js';
import { EmployeeStub, LoanApplicationStub } from './shared.type.js';

@Resolver(() => HandoffLevelType)
export class HandoffLevelResolver {
  constructor(private readonly meetings: MeetingLoader) {}

  @ResolveField(() => [EmployeeStub], { description: 'Who was told' })
  notified(@Parent() level: HandoffLevelType) {
    return level.notified.map((id) => ({ id }));
  }

  @ResolveField(() => MeetingType, { nullable: true, description: 'The meeting that level 3 convened' })
  meeting(@Parent() level: HandoffLevelType, @Context() context: GraphContext) {
    return level.meetingId ? this.meetings.byId(context, level.meetingId) : null;
  }
}

@Resolver(() => HandoffPauseType)
export class HandoffPauseResolver {
  @ResolveField(() => EmployeeStub)
  pausedBy(@Parent() pause: HandoffPauseType) {
    return { id: pause.pausedBy };
  }
}

@Resolver(() => HandoffParticipantType)
export class HandoffParticipantResolver {
  @ResolveField(() => EmployeeStub)
  employee(@Parent() participant: HandoffParticipantType) {
    return { id: participant.employeeId };
  }
}

/** What coordination adds to the page of an application; both lists of a page of applications are one query each. */
@Resolver(() => LoanApplicationStub)
export class LoanApplicationWorkResolver {
  constructor(
    private readonly handoffsOf: ApplicationHandoffs,
    private readonly meetingsOf: ApplicationMeetings,
  ) {}

  @ResolveField(() => [HandoffType], { nullable: true, description: 'Work on the application with deadlines, oldest first (交接)' })
  handoffs(@Parent() application: LoanApplicationStub, @Context() context: GraphContext) {
    return this.handoffsOf.of(context, application.id);
  }

  @ResolveField(() => [MeetingType], { nullable: true, description: 'Meetings about the application (协调会议)' })
  meetings(@Parent() application: LoanApplicationStub, @Context() context: GraphContext) {
    return this.meetingsOf.of(context, application.id);
  }
}
