import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Permit } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { OrdersOfApplication } from './disbursement.loader.js';
import { DisbursementOrderType } from './disbursement.type.js';
import { LoanLoader, LoanOfApplication } from './loan.loader.js';
import { LoanType } from './loan.type.js';
import { LoanApplicationStub } from './shared.type.js';

/** What finance adds to an application. */
@Resolver(() => LoanApplicationStub)
export class ApplicationFinanceResolver {
  constructor(
    private readonly loans: LoanOfApplication,
    private readonly orders: OrdersOfApplication,
  ) {}

  @ResolveField(() => LoanType, { nullable: true, description: 'The loan that was paid out (贷款)' })
  @Permit('finance.read-loan')
  loan(@Parent() application: LoanApplicationStub, @Context() context: GraphContext) {
    return this.loans.firstOf(context, application.id);
  }

  @ResolveField(() => DisbursementOrderType, { nullable: true, description: 'The newest disbursement order (放款单)' })
  @Permit('finance.read-disbursement')
  disbursement(@Parent() application: LoanApplicationStub, @Context() context: GraphContext) {
    return this.orders.firstOf(context, application.id);
  }
}

@Resolver(() => DisbursementOrderType)
export class OrderLoanResolver {
  constructor(private readonly loader: LoanLoader) {}

  @ResolveField(() => LoanType, { nullable: true })
  @Permit('finance.read-loan')
  loan(@Parent() order: DisbursementOrderType, @Context() context: GraphContext) {
    return order.loanId ? this.loader.byId(context, order.loanId) : null;
  }
}
