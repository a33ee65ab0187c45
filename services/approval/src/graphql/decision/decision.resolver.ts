import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { answer, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { ConfirmConditions } from '../../use-cases/decision/confirm-conditions.use-case.js';
import { DecideCase } from '../../use-cases/decision/decide-case.use-case.js';
import { ProposeTerms } from '../../use-cases/case/propose-terms.use-case.js';
import { ReturnConditions } from '../../use-cases/decision/return-conditions.use-case.js';
import { ConfirmConditionsInput, DecideCaseInput, ProposeTermsInput, ReturnConditionsInput } from '../case/approval-case.input.js';
import { ApprovalCaseLoader, DecisionLoader, DecisionsOfCase } from '../approval.loader.js';
import { ConfirmConditionsPayload, DecideCasePayload, ProposeTermsPayload, ReturnConditionsPayload } from '../payload.type.js';

/** Terms before the vote: what the secretary's desk does. */
@Resolver()
export class TermsResolver {
  constructor(
    private readonly loader: ApprovalCaseLoader,
    private readonly decisions: DecisionsOfCase,
    private readonly proposeTermsCase: ProposeTerms,
    private readonly decideCaseCase: DecideCase,
    private readonly texts: RefusalTexts,
  ) {}

  @Mutation(() => ProposeTermsPayload, { description: 'Put narrower terms and conditions to the vote (提请表决)' })
  @Permit('approval.propose-terms')
  proposeTerms(@Args('input') input: ProposeTermsInput, @Context() context: GraphContext) {
    const { amount: amountFen, ...rest } = input;
    return answer(this.texts, context, async () => ({
      approvalCase: await this.loader.byId(context, await this.proposeTermsCase.execute(context.actor, { ...rest, amountFen })),
    }));
  }

  @Mutation(() => DecideCasePayload, { description: 'Close the vote; the result is computed from it (审批决定)' })
  @Permit('approval.decide-case')
  decideCase(@Args('input') input: DecideCaseInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => {
      const caseId = await this.decideCaseCase.execute(context.actor, input);
      return { approvalCase: await this.loader.byId(context, caseId), decision: await this.decisions.firstOf(context, caseId) };
    });
  }
}

/** Conditions after the vote. */
@Resolver()
export class ConditionsResolver {
  constructor(
    private readonly loader: DecisionLoader,
    private readonly confirmConditionsCase: ConfirmConditions,
    private readonly returnConditionsCase: ReturnConditions,
    private readonly texts: RefusalTexts,
  ) {}

  @Mutation(() => ConfirmConditionsPayload, { description: 'Accept the evidence for the conditions (确认条件已落实)' })
  @Permit('approval.confirm-conditions')
  confirmConditions(@Args('input') input: ConfirmConditionsInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      decision: await this.loader.byId(context, await this.confirmConditionsCase.execute(context.actor, input)),
    }));
  }

  @Mutation(() => ReturnConditionsPayload, { description: 'Send the evidence back to sales (退回补充)' })
  @Permit('approval.return-conditions')
  returnConditions(@Args('input') input: ReturnConditionsInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      decision: await this.loader.byId(context, await this.returnConditionsCase.execute(context.actor, input)),
    }));
  }
}
