import { Args, Context, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { LocalDate, Permit } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { BusinessClock } from '@weilend/kernel';
import type { LocalDate as LocalDateText } from '@weilend/kernel';
import { standingOf } from '../domain/loan/standing.js';
import { LoanQueries } from '../queries/loan.queries.js';
import { LoanLoader, RepaymentsOfLoan } from './loan.loader.js';
import { LoansToReckon } from './loan-standing.loader.js';
import { LoanListArgs } from './loan.input.js';
import { LoanConnection, LoanStandingType, LoanType, loanView, RepaymentType, standingView } from './loan.type.js';
import { mapPage } from './map-page.js';

@Resolver(() => LoanType)
export class LoanResolver {
  constructor(
    private readonly loader: LoanLoader,
    private readonly loans: LoanQueries,
    private readonly repayments: RepaymentsOfLoan,
    private readonly reckoned: LoansToReckon,
    private readonly clock: BusinessClock,
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

  @ResolveField('standing', () => LoanStandingType, {
    nullable: true,
    description: 'How it stands on a day, today when left out (贷款状况)',
  })
  async standing(
    @Parent() loan: LoanType,
    @Args('on', { type: () => LocalDate, nullable: true }) on: LocalDateText | null,
    @Context() context: GraphContext,
  ) {
    const reckoned = await this.reckoned.firstOf(context, loan.id);
    return reckoned && standingView(standingOf(reckoned, on ?? this.clock.today()));
  }

  @ResolveField('repayments', () => [RepaymentType], { description: 'Oldest first' })
  repaymentsOf(@Parent() loan: LoanType, @Context() context: GraphContext) {
    return this.repayments.of(context, loan.id);
  }
}
