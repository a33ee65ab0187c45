import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { htmlOf } from '@weilend/documents';
import { Files } from '@weilend/files';
import { answer, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import type { DecisionView } from '../../queries/case/case.queries.js';
import { decisionPaper } from '../../queries/decision/decision-paper.js';
import { DecideConditionChange } from '../../use-cases/decision/decide-condition-change.use-case.js';
import { RequestConditionChange } from '../../use-cases/decision/request-condition-change.use-case.js';
import { SettleConditionChange } from '../../use-cases/decision/settle-condition-change.use-case.js';
import { VoteConditionChange } from '../../use-cases/decision/vote-condition-change.use-case.js';
import { ApprovalCaseLoader, DecisionLoader } from '../approval.loader.js';
import {
  DecideConditionChangeInput,
  RequestConditionChangeInput,
  SettleConditionChangeInput,
  VoteConditionChangeInput,
} from '../case/approval-case.input.js';
import { ApprovalPaperType } from '../committee/committee.type.js';
import {
  DecideConditionChangePayload,
  RequestConditionChangePayload,
  SettleConditionChangePayload,
  VoteConditionChangePayload,
} from '../payload.type.js';
import { DecisionType } from './decision.type.js';

/** A condition that cannot be met as it stands: only the committee lets it go or puts it off. */
@Resolver()
export class ConditionChangeResolver {
  constructor(
    private readonly loader: DecisionLoader,
    private readonly requestCase: RequestConditionChange,
    private readonly voteCase: VoteConditionChange,
    private readonly decideCase: DecideConditionChange,
    private readonly settleCase: SettleConditionChange,
    private readonly texts: RefusalTexts,
  ) {}

  @Mutation(() => RequestConditionChangePayload, { description: 'Put a waiver or an extension before the committee (申请条件变更)' })
  @Permit('approval.request-condition-change')
  requestConditionChange(@Args('input') input: RequestConditionChangeInput, @Context() context: GraphContext) {
    return this.answered(context, () => this.requestCase.execute(context.actor, input));
  }

  @Mutation(() => VoteConditionChangePayload, { description: 'One named vote on it (条件变更表决)' })
  @Permit('approval.vote-condition-change')
  voteConditionChange(@Args('input') input: VoteConditionChangeInput, @Context() context: GraphContext) {
    return this.answered(context, () => this.voteCase.execute(context.actor, input));
  }

  @Mutation(() => DecideConditionChangePayload, { description: 'Close the vote on it; the result is computed (条件变更决定)' })
  @Permit('approval.decide-condition-change')
  decideConditionChange(@Args('input') input: DecideConditionChangeInput, @Context() context: GraphContext) {
    return this.answered(context, () => this.decideCase.execute(context.actor, input));
  }

  @Mutation(() => SettleConditionChangePayload, {
    description: "The chair's own word, where the policy leaves it to him (主任决定条件变更)",
  })
  @Permit('approval.settle-condition-change')
  settleConditionChange(@Args('input') input: SettleConditionChangeInput, @Context() context: GraphContext) {
    return this.answered(context, () => this.settleCase.execute(context.actor, input));
  }

  private answered(context: GraphContext, act: () => Promise<string>) {
    return answer(this.texts, context, async () => ({ decision: await this.loader.byId(context, await act()) }));
  }
}

/** The minutes of a case as a paper. */
@Resolver(() => DecisionType)
export class DecisionPaperResolver {
  constructor(
    private readonly cases: ApprovalCaseLoader,
    private readonly files: Files,
  ) {}

  @ResolveField(() => String, { nullable: true, description: 'The minutes of the case in Chinese, as HTML (决议书)' })
  @Permit('approval.read-vote')
  async paperHtml(@Parent() decision: DecisionType, @Context() context: GraphContext) {
    const approvalCase = await this.cases.byId(context, decision.caseId);
    return approvalCase && htmlOf(decisionPaper(approvalCase, decision as unknown as DecisionView));
  }

  @ResolveField(() => ApprovalPaperType, { nullable: true, description: 'The same as a PDF (决议书下载)' })
  @Permit('approval.read-vote')
  paperPdf(@Parent() decision: DecisionType) {
    return this.files.madeTicket(decision.id);
  }
}
