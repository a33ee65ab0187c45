import { Args, Context, Field, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { answer, MutationPayload, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { CancelMeeting } from '../use-cases/cancel-meeting/cancel-meeting.use-case.js';
import { CloseMeeting } from '../use-cases/close-meeting/close-meeting.use-case.js';
import { ConveneMeeting } from '../use-cases/convene-meeting/convene-meeting.use-case.js';
import { RaiseDisagreement } from '../use-cases/raise-disagreement/raise-disagreement.use-case.js';
import {
  CancelMeetingInput,
  CloseMeetingInput,
  ConveneMeetingInput,
  ConvenePlannedMeetingInput,
  RaiseDisagreementInput,
} from './meeting.input.js';
import { MeetingLoader } from './meeting.loader.js';
import { MeetingType } from './meeting.type.js';

@ObjectType({ isAbstract: true })
export abstract class MeetingPayload extends MutationPayload {
  @Field(() => MeetingType, { nullable: true })
  readonly meeting?: MeetingType | null;
}

@ObjectType()
export class ConveneMeetingPayload extends MeetingPayload {}

@ObjectType()
export class ConvenePlannedMeetingPayload extends MeetingPayload {}

@ObjectType()
export class RaiseDisagreementPayload extends MeetingPayload {}

@ObjectType()
export class CloseMeetingPayload extends MeetingPayload {}

@ObjectType()
export class CancelMeetingPayload extends MeetingPayload {}

/** Calling meetings, closing and cancelling them. */
@Resolver(() => MeetingType)
export class MeetingCallsResolver {
  constructor(
    private readonly loader: MeetingLoader,
    private readonly conveneMeetingCase: ConveneMeeting,
    private readonly raiseDisagreementCase: RaiseDisagreement,
    private readonly closeMeetingCase: CloseMeeting,
    private readonly cancelMeetingCase: CancelMeeting,
    private readonly texts: RefusalTexts,
  ) {}

  @Mutation(() => ConveneMeetingPayload, {
    description: 'Call departments together about something of your own choice, in the next free slot (召集协调会)',
  })
  @Permit('coordination.convene-meeting')
  conveneMeeting(@Args('input') input: ConveneMeetingInput, @Context() context: GraphContext) {
    return this.done(context, () => this.conveneMeetingCase.execute(context.actor, input));
  }

  @Mutation(() => ConvenePlannedMeetingPayload, { description: 'Call a meeting of the regular communication at a given time (定期沟通会)' })
  @Permit('coordination.convene-meeting')
  convenePlannedMeeting(@Args('input') input: ConvenePlannedMeetingInput, @Context() context: GraphContext) {
    return this.done(context, () => this.conveneMeetingCase.execute(context.actor, input));
  }

  @Mutation(() => RaiseDisagreementPayload, {
    description: 'A manager raises a disagreement about work or a subject: the departments meet in the next free slot (提出分歧)',
  })
  @Permit('coordination.raise-disagreement')
  raiseDisagreement(@Args('input') input: RaiseDisagreementInput, @Context() context: GraphContext) {
    return this.done(context, () => this.raiseDisagreementCase.execute(context.actor, input));
  }

  @Mutation(() => CloseMeetingPayload, { description: 'Close a meeting whose resolutions are all done or withdrawn' })
  @Permit('coordination.close-meeting')
  closeMeeting(@Args('input') input: CloseMeetingInput, @Context() context: GraphContext) {
    return this.done(context, () => this.closeMeetingCase.execute(context.actor, input));
  }

  @Mutation(() => CancelMeetingPayload, { description: 'Cancel a meeting that was not held yet, with the reason' })
  @Permit('coordination.cancel-meeting')
  cancelMeeting(@Args('input') input: CancelMeetingInput, @Context() context: GraphContext) {
    return this.done(context, () => this.cancelMeetingCase.execute(context.actor, input));
  }

  private done(context: GraphContext, act: () => Promise<string>) {
    return answer(this.texts, context, async () => ({ meeting: await this.loader.byId(context, await act()) }));
  }
}
