import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { answer, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { ContractReviewQueries } from '../queries/contract-review.queries.js';
import { ReviewContract } from '../use-cases/review-contract/review-contract.use-case.js';
import { ContractReviewTaskLoader } from './compliance.loader.js';
import {
  ContractReviewsArgs,
  ContractReviewTaskConnection,
  ContractReviewTaskType,
  DueContractReviewsArgs,
  ReturnContractReviewInput,
  ReturnContractReviewPayload,
  ReviewContractInput,
  ReviewContractPayload,
} from './contract-review.type.js';
import { EmployeeStub, LoanApplicationStub, LoanContractStub } from './stub.type.js';

/** Contracts that compliance reads before they are signed. */
@Resolver(() => ContractReviewTaskType)
export class ContractReviewResolver {
  constructor(
    private readonly loader: ContractReviewTaskLoader,
    private readonly queries: ContractReviewQueries,
    private readonly review: ReviewContract,
    private readonly texts: RefusalTexts,
  ) {}

  @Query(() => ContractReviewTaskConnection, { description: 'Contracts that were to be reviewed, newest first (合同审查)' })
  @Permit('compliance.read-contract-review')
  contractReviews(@Args() wanted: ContractReviewsArgs) {
    return this.queries.list(wanted);
  }

  @Query(() => ContractReviewTaskConnection, { description: 'Contracts that wait for a review, most overdue first (待审查合同)' })
  @Permit('compliance.read-contract-review')
  dueContractReviews(@Args() wanted: DueContractReviewsArgs) {
    return this.queries.due(wanted);
  }

  @Mutation(() => ReviewContractPayload, { description: 'The contract may be signed (合同审查通过)' })
  @Permit('compliance.review-contract')
  reviewContract(@Args('input') input: ReviewContractInput, @Context() context: GraphContext) {
    return this.answered(context, () => this.review.execute(context.actor, input));
  }

  @Mutation(() => ReturnContractReviewPayload, { description: 'The contract has to be changed, and what (退回合同)' })
  @Permit('compliance.return-contract-review')
  returnContractReview(@Args('input') input: ReturnContractReviewInput, @Context() context: GraphContext) {
    return this.answered(context, () => this.review.sendBack(context.actor, input));
  }

  @ResolveField(() => LoanContractStub, { nullable: true })
  contract(@Parent() task: ContractReviewTaskType) {
    return { id: task.contractId };
  }

  @ResolveField(() => LoanApplicationStub, { nullable: true })
  application(@Parent() task: ContractReviewTaskType) {
    return { id: task.applicationId };
  }

  @ResolveField(() => EmployeeStub, { nullable: true, description: 'Who reviewed it' })
  reviewer(@Parent() { endedBy }: ContractReviewTaskType) {
    return endedBy ? { id: endedBy } : null;
  }

  private answered(context: GraphContext, act: () => Promise<string>) {
    return answer(this.texts, context, async () => ({ review: await this.loader.byId(context, await act()) }));
  }
}
