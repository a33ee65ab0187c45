import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { answer, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { CommitteeQueries } from '../../queries/committee/committee.queries.js';
import { htmlOf } from '@weilend/documents';
import type { CommitteeSession } from '../../domain/session/session.js';
import { sessionPaper } from '../../queries/session/session-paper.js';
import { CallCommitteeSession } from '../../use-cases/session/call-committee-session.use-case.js';
import { CancelCommitteeSession } from '../../use-cases/session/cancel-committee-session.use-case.js';
import { StartCommitteeSession } from '../../use-cases/session/start-committee-session.use-case.js';
import { CloseCommitteeSession } from '../../use-cases/session/close-committee-session.use-case.js';
import { OpenCommitteeSession } from '../../use-cases/session/open-committee-session.use-case.js';
import { Files } from '@weilend/files';
import { ApprovalCaseType } from '../case/approval-case.type.js';
import { ApprovalCaseLoader, CommitteeSessionLoader } from '../approval.loader.js';
import {
  CallCommitteeSessionInput,
  CancelCommitteeSessionInput,
  CloseCommitteeSessionInput,
  OpenCommitteeSessionInput,
  StartCommitteeSessionInput,
} from '../committee/committee.input.js';
import {
  ApprovalPaperType,
  CommitteeInvitationView,
  CommitteeSessionConnection,
  CommitteeSessionType,
} from '../committee/committee.type.js';
import { CommitteeSessionStateEnum } from '../enum.type.js';
import {
  CallCommitteeSessionPayload,
  CancelCommitteeSessionPayload,
  CloseCommitteeSessionPayload,
  OpenCommitteeSessionPayload,
  StartCommitteeSessionPayload,
} from '../payload.type.js';
import { EmployeeStub } from '../stub.type.js';

/** Sittings: agenda and minutes. */
@Resolver(() => CommitteeSessionType)
export class CommitteeSessionResolver {
  constructor(
    private readonly loader: CommitteeSessionLoader,
    private readonly cases: ApprovalCaseLoader,
    private readonly committee: CommitteeQueries,
    private readonly openSessionCase: OpenCommitteeSession,
    private readonly closeSessionCase: CloseCommitteeSession,
    private readonly texts: RefusalTexts,
  ) {}

  @Query(() => CommitteeSessionType, { nullable: true })
  @Permit('approval.read-session')
  committeeSession(@Args('id', { type: () => ID }) id: string, @Context() context: GraphContext) {
    return this.loader.byId(context, id);
  }

  @Query(() => CommitteeSessionConnection)
  @Permit('approval.read-session')
  committeeSessions(
    @Args('state', { type: () => CommitteeSessionStateEnum, nullable: true }) state: string | null,
    @Args('first', { type: () => Int, nullable: true }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ) {
    return this.committee.sessions({ state, first, after });
  }

  @Mutation(() => OpenCommitteeSessionPayload, { description: 'Put open cases on the agenda of a sitting (召开会议)' })
  @Permit('approval.open-committee-session')
  openCommitteeSession(@Args('input') input: OpenCommitteeSessionInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      committeeSession: await this.loader.byId(context, await this.openSessionCase.execute(context.actor, input)),
    }));
  }

  @Mutation(() => CloseCommitteeSessionPayload, { description: 'End a sitting; its minutes are generated (结束会议)' })
  @Permit('approval.close-committee-session')
  closeCommitteeSession(@Args('input') input: CloseCommitteeSessionInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      committeeSession: await this.loader.byId(context, await this.closeSessionCase.execute(context.actor, input)),
    }));
  }

  @ResolveField(() => [ApprovalCaseType], { nullable: 'items', description: 'The cases of the agenda, in order' })
  agenda(@Parent() session: CommitteeSessionType, @Context() context: GraphContext) {
    return Promise.all(session.agenda.map((caseId) => this.cases.byId(context, caseId)));
  }
}

/** Sittings that are called before they are held, and their papers. */
@Resolver(() => CommitteeSessionType)
export class CalledSessionResolver {
  constructor(
    private readonly loader: CommitteeSessionLoader,
    private readonly callCase: CallCommitteeSession,
    private readonly startCase: StartCommitteeSession,
    private readonly cancelCase: CancelCommitteeSession,
    private readonly files: Files,
    private readonly texts: RefusalTexts,
  ) {}

  @Mutation(() => CallCommitteeSessionPayload, { description: 'Call a sitting: agenda and invitations (召集会议)' })
  @Permit('approval.call-committee-session')
  callCommitteeSession(@Args('input') input: CallCommitteeSessionInput, @Context() context: GraphContext) {
    return this.answered(context, () => this.callCase.execute(context.actor, input));
  }

  @Mutation(() => StartCommitteeSessionPayload, { description: 'Open a sitting that was called: attendance and quorum (开会点名)' })
  @Permit('approval.start-committee-session')
  startCommitteeSession(@Args('input') input: StartCommitteeSessionInput, @Context() context: GraphContext) {
    return this.answered(context, () => this.startCase.execute(context.actor, input));
  }

  @Mutation(() => CancelCommitteeSessionPayload, { description: 'A sitting that was called does not take place (取消会议)' })
  @Permit('approval.cancel-committee-session')
  cancelCommitteeSession(@Args('input') input: CancelCommitteeSessionInput, @Context() context: GraphContext) {
    return this.answered(context, () => this.cancelCase.execute(context.actor, input));
  }

  @ResolveField(() => [CommitteeInvitationView], { description: 'Who is invited, and who came (参会人员)' })
  invitations(@Parent() { invited, present }: CommitteeSessionType) {
    return invited.map((one) => ({ ...one, came: present && present.includes(one.employeeId) }));
  }

  @ResolveField(() => String, { description: 'The minutes in Chinese, as HTML (会议纪要)' })
  html(@Parent() session: CommitteeSessionType) {
    return htmlOf(sessionPaper(session as unknown as CommitteeSession));
  }

  @ResolveField(() => ApprovalPaperType, { description: 'The same as a PDF (会议纪要下载)' })
  pdf(@Parent() session: CommitteeSessionType) {
    return this.files.madeTicket(session.id);
  }

  private answered(context: GraphContext, act: () => Promise<string>) {
    return answer(this.texts, context, async () => ({ committeeSession: await this.loader.byId(context, await act()) }));
  }
}

@Resolver(() => CommitteeInvitationView)
export class CommitteeInvitationResolver {
  @ResolveField(() => EmployeeStub, { nullable: true })
  member(@Parent() invitation: CommitteeInvitationView) {
    return { id: invitation.employeeId };
  }
}
