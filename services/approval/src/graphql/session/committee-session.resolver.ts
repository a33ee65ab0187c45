import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { answer, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { CommitteeQueries } from '../../queries/committee/committee.queries.js';
import { CloseCommitteeSession } from '../../use-cases/session/close-committee-session.use-case.js';
import { OpenCommitteeSession } from '../../use-cases/session/open-committee-session.use-case.js';
import { ApprovalCaseType } from '../case/approval-case.type.js';
import { ApprovalCaseLoader, CommitteeSessionLoader } from '../approval.loader.js';
import { CloseCommitteeSessionInput, OpenCommitteeSessionInput } from '../committee/committee.input.js';
import { CommitteeSessionConnection, CommitteeSessionType } from '../committee/committee.type.js';
import { CommitteeSessionStateEnum } from '../enum.type.js';
import { CloseCommitteeSessionPayload, OpenCommitteeSessionPayload } from '../payload.type.js';

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
