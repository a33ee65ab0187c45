import { Injectable } from '@nestjs/common';
import { ListLoader } from '@weilend/graphql';
import type { Actor } from '@weilend/kernel';
import type { Loan } from '../domain/loan/loan.js';
import { LoanQueries } from '../queries/loan.queries.js';

/** Whole loans, from which their standing on a day is reckoned: those of a page in one query. */
@Injectable()
export class LoansToReckon extends ListLoader<Loan> {
  constructor(private readonly loans: LoanQueries) {
    super();
  }

  protected async load(ids: readonly string[], actor: Actor): Promise<readonly (readonly [string, Loan])[]> {
    return (await this.loans.byIds(ids, actor)).map((loan) => [loan.id, loan] as const);
  }
}
