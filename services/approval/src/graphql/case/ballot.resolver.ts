import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { answer, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { CastVote } from '../../use-cases/case/cast-vote.use-case.js';
import { DeclareRecusal } from '../../use-cases/case/declare-recusal.use-case.js';
import { RecuseMember } from '../../use-cases/case/recuse-member.use-case.js';
import { VetoCase } from '../../use-cases/case/veto-case.use-case.js';
import { CastVoteInput, DeclareRecusalInput, RecuseMemberInput, VetoCaseInput } from './approval-case.input.js';
import { ApprovalCaseLoader } from '../approval.loader.js';
import { CastVotePayload, DeclareRecusalPayload, RecuseMemberPayload, VetoCasePayload } from '../payload.type.js';

/** What members do with a case before it is decided. */
@Resolver()
export class BallotResolver {
  constructor(
    private readonly loader: ApprovalCaseLoader,
    private readonly declareRecusalCase: DeclareRecusal,
    private readonly recuseMemberCase: RecuseMember,
    private readonly castVoteCase: CastVote,
    private readonly vetoCaseCase: VetoCase,
    private readonly texts: RefusalTexts,
  ) {}

  @Mutation(() => DeclareRecusalPayload, { description: 'Stand aside from a case (主动回避)' })
  @Permit('approval.declare-recusal')
  declareRecusal(@Args('input') input: DeclareRecusalInput, @Context() context: GraphContext) {
    return this.answered(context, () => this.declareRecusalCase.execute(context.actor, input));
  }

  @Mutation(() => RecuseMemberPayload, { description: 'Make a member with a conflict stand aside (责令回避)' })
  @Permit('approval.recuse-member')
  recuseMember(@Args('input') input: RecuseMemberInput, @Context() context: GraphContext) {
    return this.answered(context, () => this.recuseMemberCase.execute(context.actor, input));
  }

  @Mutation(() => CastVotePayload, { description: 'One named vote with a reason (记名表决)' })
  @Permit('approval.cast-vote')
  castVote(@Args('input') input: CastVoteInput, @Context() context: GraphContext) {
    return this.answered(context, () => this.castVoteCase.execute(context.actor, input));
  }

  @Mutation(() => VetoCasePayload, { description: "The chair's veto: yes becomes no, never the other way (一票否决)" })
  @Permit('approval.veto-case')
  vetoCase(@Args('input') input: VetoCaseInput, @Context() context: GraphContext) {
    return this.answered(context, () => this.vetoCaseCase.execute(context.actor, input));
  }

  private answered(context: GraphContext, act: () => Promise<string>) {
    return answer(this.texts, context, async () => ({ approvalCase: await this.loader.byId(context, await act()) }));
  }
}
