import { Injectable } from '@nestjs/common';
import { EntityLoader, ListLoader } from '@weilend/graphql';
import type { Actor } from '@weilend/kernel';
import { LoanQueries } from '../queries/loan.queries.js';
import { loanView, repaymentView } from './loan.type.js';
import type { LoanType, RepaymentType } from './loan.type.js';

@Injectable()
export class LoanLoader extends EntityLoader<LoanType> {
  readonly typeName = 'Loan';

  constructor(private readonly loans: LoanQueries) {
    super();
  }

  protected async load(ids: readonly string[], actor: Actor): Promise<readonly LoanType[]> {
    return (await this.loans.byIds(ids, actor)).map(loanView);
  }
}

@Injectable()
export class LoanOfApplication extends ListLoader<LoanType> {
  constructor(private readonly loans: LoanQueries) {
    super();
  }

  protected async load(applicationIds: readonly string[], actor: Actor): Promise<readonly (readonly [string, LoanType])[]> {
    return (await this.loans.ofApplications(applicationIds, actor)).map((loan) => [loan.applicationId, loanView(loan)] as const);
  }
}

@Injectable()
export class RepaymentsOfLoan extends ListLoader<RepaymentType> {
  constructor(private readonly loans: LoanQueries) {
    super();
  }

  protected async load(loanIds: readonly string[]): Promise<readonly (readonly [string, RepaymentType])[]> {
    return (await this.loans.repaymentsOf(loanIds)).map((repayment) => [repayment.loanId, repaymentView(repayment)] as const);
  }
}
