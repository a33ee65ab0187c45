import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { answer, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { CirculateCase } from '../../use-cases/case/circulate-case.use-case.js';
import { ReturnReport } from '../../use-cases/case/return-report.use-case.js';
import { RequestReconsideration } from '../../use-cases/decision/request-reconsideration.use-case.js';
import { ApprovalCaseLoader } from '../approval.loader.js';
import { CirculateCasePayload, RequestReconsiderationPayload, ReturnReportPayload } from '../payload.type.js';
import { CirculateCaseInput, RequestReconsiderationInput, ReturnReportInput } from './approval-case.input.js';

/** The ways of a case beside the sitting: circulated, sent back to risk, looked at again. */
@Resolver()
export class CirculationResolver {
  constructor(
    private readonly loader: ApprovalCaseLoader,
    private readonly circulateCaseCase: CirculateCase,
    private readonly returnReportCase: ReturnReport,
    private readonly reconsiderCase: RequestReconsideration,
    private readonly texts: RefusalTexts,
  ) {}

  @Mutation(() => CirculateCasePayload, { description: 'Ask the members to vote one by one until a moment (传签表决)' })
  @Permit('approval.circulate-case')
  circulateCase(@Args('input') input: CirculateCaseInput, @Context() context: GraphContext) {
    return this.answered(context, () => this.circulateCaseCase.execute(context.actor, input));
  }

  @Mutation(() => ReturnReportPayload, { description: 'Send the report back to risk with questions: no decision (退回补充调查)' })
  @Permit('approval.return-report')
  returnReport(@Args('input') input: ReturnReportInput, @Context() context: GraphContext) {
    return this.answered(context, () => this.returnReportCase.execute(context.actor, input));
  }

  @Mutation(() => RequestReconsiderationPayload, {
    description: 'Ask once more, with a paper that is new in the application’s file, as who serves the customer now (申请复议)',
  })
  @Permit('approval.request-reconsideration')
  requestReconsideration(@Args('input') input: RequestReconsiderationInput, @Context() context: GraphContext) {
    return this.answered(context, () => this.reconsiderCase.execute(context.actor, input));
  }

  private answered(context: GraphContext, act: () => Promise<string>) {
    return answer(this.texts, context, async () => ({ approvalCase: await this.loader.byId(context, await act()) }));
  }
}
