import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { answer, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { LoanRequestQueries } from '../../queries/loan-request.queries.js';
import { ApproveLoanRequest } from '../../use-cases/approve-loan-request/approve-loan-request.use-case.js';
import { RejectLoanRequest } from '../../use-cases/reject-loan-request/reject-loan-request.use-case.js';
import { WithdrawLoanRequest } from '../../use-cases/withdraw-loan-request/withdraw-loan-request.use-case.js';
import { mapPage } from '../map-page.js';
import { ApproveLoanRequestInput, LoanRequestListArgs, RejectLoanRequestInput, WithdrawLoanRequestInput } from './loan-change.input.js';
import { ApproveLoanRequestPayload, RejectLoanRequestPayload, WithdrawLoanRequestPayload } from './loan-change-payload.type.js';
import { LoanRequestConnection, LoanRequestType, loanRequestView } from './loan-change.type.js';

/** What waits for a decision, and how it is decided. */
@Resolver(() => LoanRequestType)
export class LoanChangeResolver {
  constructor(
    private readonly approve: ApproveLoanRequest,
    private readonly reject: RejectLoanRequest,
    private readonly withdraw: WithdrawLoanRequest,
    private readonly requests: LoanRequestQueries,
    private readonly texts: RefusalTexts,
  ) {}

  @Query(() => LoanRequestConnection, { description: 'Requests to change loans, newest first; a salesperson sees those of his own' })
  @Permit('finance.read-loan-request')
  async loanRequests(@Args() args: LoanRequestListArgs, @Context() context: GraphContext) {
    return mapPage(await this.requests.list(args, context.actor), loanRequestView);
  }

  @Mutation(() => ApproveLoanRequestPayload, { description: 'Approve a request and carry it out (批准变更)' })
  @Permit('finance.approve-loan-request')
  approveLoanRequest(@Args('input') input: ApproveLoanRequestInput, @Context() context: GraphContext) {
    return this.decided(context, () => this.approve.execute(context.actor, input));
  }

  @Mutation(() => RejectLoanRequestPayload, { description: 'Reject a request with a reason (驳回变更)' })
  @Permit('finance.reject-loan-request')
  rejectLoanRequest(@Args('input') input: RejectLoanRequestInput, @Context() context: GraphContext) {
    return this.decided(context, () => this.reject.execute(context.actor, input));
  }

  @Mutation(() => WithdrawLoanRequestPayload, { description: 'Take back a request of your own (撤回申请)' })
  @Permit('finance.withdraw-loan-request')
  withdrawLoanRequest(@Args('input') input: WithdrawLoanRequestInput, @Context() context: GraphContext) {
    return this.decided(context, () => this.withdraw.execute(context.actor, input));
  }

  private decided(context: GraphContext, act: () => Promise<string>) {
    return answer(this.texts, context, async () => ({ request: loanRequestView(await this.requests.get(await act())) }));
  }
}
