import { Injectable } from '@nestjs/common';
import type { Actor } from '@weilend/kernel';
import { Database, pageOf } from '@weilend/mongo';
import type { Page, PageRequest, Stored } from '@weilend/mongo';
import type { LoanState } from '../domain/loan/loan.machine.js';
import type { Loan } from '../domain/loan/loan.js';
import { loanCollection } from '../persistence/loan.schema.js';
import type { Repayment } from '../persistence/repayment.repository.js';
import { repaymentCollection } from '../persistence/repayment.schema.js';
import { ownFilter, plain } from './scope.js';

export type { Repayment };

export interface LoanFilter extends PageRequest {
  readonly state?: LoanState | null;
  readonly customerId?: string | null;
}

/** Loans in the actor's scope, and what was repaid on them. */
@Injectable()
export class LoanQueries {
  constructor(private readonly database: Database) {}

  async byIds(ids: readonly string[], actor: Actor): Promise<Loan[]> {
    return this.find({ _id: { $in: [...ids] } }, actor);
  }

  async ofApplications(applicationIds: readonly string[], actor: Actor): Promise<Loan[]> {
    return this.find({ applicationId: { $in: [...applicationIds] } }, actor);
  }

  list({ state, customerId, ...page }: LoanFilter, actor: Actor): Promise<Page<Loan>> {
    const filter = { ...(state ? { state } : {}), ...(customerId ? { customerId } : {}), ...ownFilter(actor, 'salespersonId') };
    return pageOf(this.model(), page, { filter, map: (row) => plain<Loan>(row) });
  }

  /** Oldest first; only for loans that were found in the actor's scope before. */
  async repaymentsOf(loanIds: readonly string[]): Promise<Repayment[]> {
    const filter = { loanId: { $in: [...loanIds] } };
    const rows = await this.database
      .model(repaymentCollection)
      .find(filter as never)
      .sort({ _id: 1 })
      .lean<Stored[]>()
      .exec();
    return rows.map((row) => plain<Repayment>(row));
  }

  private async find(filter: Record<string, unknown>, actor: Actor): Promise<Loan[]> {
    const scoped = { ...filter, ...ownFilter(actor, 'salespersonId') };
    const rows = await this.model()
      .find(scoped as never)
      .lean<Stored[]>()
      .exec();
    return rows.map((row) => plain<Loan>(row));
  }

  private model() {
    return this.database.model(loanCollection);
  }
}
