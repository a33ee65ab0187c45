import { Injectable } from '@nestjs/common';
import { ListLoader } from '@weilend/graphql';
import { LoanRequestQueries } from '../../queries/loan-request.queries.js';
import { classChangeView, loanRequestView, scheduleVersionView } from './loan-change.type.js';
import type { LoanClassChangeType, LoanRequestType, LoanScheduleVersionType } from './loan-change.type.js';

@Injectable()
export class RequestsOfLoan extends ListLoader<LoanRequestType> {
  constructor(private readonly requests: LoanRequestQueries) {
    super();
  }

  protected async load(loanIds: readonly string[]): Promise<readonly (readonly [string, LoanRequestType])[]> {
    return (await this.requests.ofLoans(loanIds)).map((request) => [request.loanId, loanRequestView(request)] as const);
  }
}

@Injectable()
export class SchedulesOfLoan extends ListLoader<LoanScheduleVersionType> {
  constructor(private readonly requests: LoanRequestQueries) {
    super();
  }

  protected async load(loanIds: readonly string[]): Promise<readonly (readonly [string, LoanScheduleVersionType])[]> {
    return (await this.requests.schedulesOf(loanIds)).map((version) => [version.loanId, scheduleVersionView(version)] as const);
  }
}

@Injectable()
export class ClassChangesOfLoan extends ListLoader<LoanClassChangeType> {
  constructor(private readonly requests: LoanRequestQueries) {
    super();
  }

  protected async load(loanIds: readonly string[]): Promise<readonly (readonly [string, LoanClassChangeType])[]> {
    return (await this.requests.classChangesOf(loanIds)).map((change) => [change.loanId, classChangeView(change)] as const);
  }
}
