import { Args, Context, Field, ID, Mutation, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { answer, MutationPayload, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { LoanQueries } from '../queries/loan.queries.js';
import { RecordRepayment } from '../use-cases/record-repayment/record-repayment.use-case.js';
import { LoanLoader, RepaymentsOfLoan } from './loan.loader.js';
import { LoanListArgs, RecordRepaymentInput } from './loan.input.js';
import { LoanConnection, LoanType, loanView, RepaymentType } from './loan.type.js';
import { mapPage } from './map-page.js';

@ObjectType()
export class RecordRepaymentPayload extends MutationPayload {
  @Field(() => LoanType, { nullable: true })
  readonly loan?: LoanType | null;
}

@Resolver(() => LoanType)
export class LoanResolver {
  constructor(
    private readonly loader: LoanLoader,
    private readonly loans: LoanQueries,
    private readonly repayments: RepaymentsOfLoan,
    private readonly record: RecordRepayment,
    private readonly texts: RefusalTexts,
  ) {}

  @Query(() => LoanType, { nullable: true })
  @Permit('finance.read-loan')
  loan(@Args('id', { type: () => ID }) id: string, @Context() context: GraphContext) {
    return this.loader.byId(context, id);
  }

  @Query(() => LoanConnection, { name: 'loans', description: 'Loans, newest first; a salesperson sees his own' })
  @Permit('finance.read-loan')
  async listLoans(@Args() args: LoanListArgs, @Context() context: GraphContext) {
    return mapPage(await this.loans.list(args, context.actor), loanView);
  }

  @Mutation(() => RecordRepaymentPayload, { description: 'Post money that came back, once per transaction of its channel (登记还款)' })
  @Permit('finance.record-repayment')
  recordRepayment(@Args('input') { amount, ...input }: RecordRepaymentInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      loan: await this.loader.byId(context, await this.record.execute(context.actor, { ...input, amountFen: amount })),
    }));
  }

  @ResolveField('repayments', () => [RepaymentType], { description: 'Oldest first' })
  repaymentsOf(@Parent() loan: LoanType, @Context() context: GraphContext) {
    return this.repayments.of(context, loan.id);
  }
}
