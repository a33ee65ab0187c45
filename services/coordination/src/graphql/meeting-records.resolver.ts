import { Args, Context, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { answer, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { RecordAttendance } from '../use-cases/record-attendance/record-attendance.use-case.js';
import { RecordMinutes } from '../use-cases/record-minutes/record-minutes.use-case.js';
import { SettleResolution } from '../use-cases/settle-resolution/settle-resolution.use-case.js';
import { MeetingPayload } from './meeting-calls.resolver.js';
import { RecordAttendanceInput, RecordMinutesInput, SettleResolutionInput } from './meeting.input.js';
import { MeetingLoader } from './meeting.loader.js';
import { MeetingType } from './meeting.type.js';

@ObjectType()
export class RecordAttendancePayload extends MeetingPayload {}

@ObjectType()
export class RecordMinutesPayload extends MeetingPayload {}

@ObjectType()
export class SettleResolutionPayload extends MeetingPayload {}

/** What is written down of a meeting, and what came of it. */
@Resolver(() => MeetingType)
export class MeetingRecordsResolver {
  constructor(
    private readonly loader: MeetingLoader,
    private readonly recordAttendanceCase: RecordAttendance,
    private readonly recordMinutesCase: RecordMinutes,
    private readonly settleResolutionCase: SettleResolution,
    private readonly texts: RefusalTexts,
  ) {}

  @Mutation(() => RecordAttendancePayload, { description: 'The meeting took place: who came; needs a quorum of the departments (签到)' })
  @Permit('coordination.record-attendance')
  recordAttendance(@Args('input') input: RecordAttendanceInput, @Context() context: GraphContext) {
    return this.done(context, () => this.recordAttendanceCase.execute(context.actor, input));
  }

  @Mutation(() => RecordMinutesPayload, { description: 'Minutes with four sections, and what was resolved (会议纪要)' })
  @Permit('coordination.record-minutes')
  recordMinutes(@Args('input') input: RecordMinutesInput, @Context() context: GraphContext) {
    return this.done(context, () => this.recordMinutesCase.execute(context.actor, input));
  }

  @Mutation(() => SettleResolutionPayload, { description: 'A resolution is done, or withdrawn with the reason (决议办结)' })
  @Permit('coordination.settle-resolution')
  settleResolution(@Args('input') input: SettleResolutionInput, @Context() context: GraphContext) {
    return this.done(context, () => this.settleResolutionCase.execute(context.actor, input));
  }

  private done(context: GraphContext, act: () => Promise<string>) {
    return answer(this.texts, context, async () => ({ meeting: await this.loader.byId(context, await act()) }));
  }
}
