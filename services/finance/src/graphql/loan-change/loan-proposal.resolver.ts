import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { answer, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import type { LoanChange } from '../../domain/loan-request/loan-request.js';
import { LoanRequestQueries } from '../../queries/loan-request.queries.js';
import { ProposeLoanRequest } from '../../use-cases/propose-loan-request/propose-loan-request.use-case.js';
import { ProposeClassUpgradeInput, ProposeRestructureInput, ProposeWriteOffInput } from './loan-change.input.js';
import { ProposeClassUpgradePayload, ProposeRestructurePayload, ProposeWriteOffPayload } from './loan-change-payload.type.js';
import { loanRequestView, LoanRequestType } from './loan-change.type.js';

/** What may be asked for a running loan. */
@Resolver(() => LoanRequestType)
export class LoanProposalResolver {
  constructor(
    private readonly propose: ProposeLoanRequest,
    private readonly requests: LoanRequestQueries,
    private readonly texts: RefusalTexts,
  ) {}

  @Mutation(() => ProposeRestructurePayload, { description: 'Ask for new terms of what is still owed (申请重组)' })
  @Permit('finance.propose-restructure')
  proposeRestructure(@Args('input') { terms, ...input }: ProposeRestructureInput, @Context() context: GraphContext) {
    const agreed = { ...terms, firstDueOn: terms.firstDueOn ?? null };
    return this.proposed(context, input, { kind: 'RESTRUCTURE', terms: agreed });
  }

  @Mutation(() => ProposeWriteOffPayload, { description: 'Ask that a loan of class LOSS leaves the books (申请核销)' })
  @Permit('finance.propose-write-off')
  proposeWriteOff(@Args('input') input: ProposeWriteOffInput, @Context() context: GraphContext) {
    return this.proposed(context, input, { kind: 'WRITE_OFF' });
  }

  @Mutation(() => ProposeClassUpgradePayload, { description: 'Ask for a better class than a person has set (申请上调分类)' })
  @Permit('finance.propose-class-upgrade')
  proposeClassUpgrade(@Args('input') { loanClass, ...input }: ProposeClassUpgradeInput, @Context() context: GraphContext) {
    return this.proposed(context, input, { kind: 'CLASS_UPGRADE', loanClass });
  }

  private proposed(context: GraphContext, input: ProposeWriteOffInput, change: LoanChange) {
    return answer(this.texts, context, async () => {
      const id = await this.propose.execute(context.actor, { ...input, change });
      return { request: loanRequestView(await this.requests.get(id)) };
    });
  }
}
