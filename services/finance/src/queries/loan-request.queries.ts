import { Injectable } from '@nestjs/common';
import { DomainError } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { Database, pageOf } from '@weilend/mongo';
import type { CollectionDefinition, Page, PageRequest, Stored } from '@weilend/mongo';
import type { ClassChangeRow } from '../domain/arrears/class-change.js';
import type { LoanRequestState } from '../domain/loan-request/loan-request.machine.js';
import type { LoanRequest } from '../domain/loan-request/loan-request.js';
import type { ScheduleVersion } from '../domain/loan/schedule-version.js';
import { loanRequestCollection } from '../persistence/loan-request.schema.js';
import { loanScheduleCollection } from '../persistence/loan-schedule.schema.js';
import { ownFilter, plain } from './scope.js';

export interface LoanRequestFilter extends PageRequest {
  readonly state?: LoanRequestState | null;
}

/** Requests to change loans, and what came of them: schedules and classes. What is asked by loan is for loans found in the actor's scope before. */
@Injectable()
export class LoanRequestQueries {
  constructor(private readonly database: Database) {}

  async get(id: string): Promise<LoanRequest> {
    const [request] = await this.find<LoanRequest>(loanRequestCollection, { _id: id });
    if (!request) throw new DomainError('NOT_FOUND', { noun: 'loan request', id });
    return request;
  }

  list({ state, ...page }: LoanRequestFilter, actor: Actor): Promise<Page<LoanRequest>> {
    const filter = { ...(state ? { state } : {}), ...ownFilter(actor, 'salespersonId') };
    return pageOf(this.database.model(loanRequestCollection), page, { filter, map: (row) => plain<LoanRequest>(row) });
  }

  ofLoans(loanIds: readonly string[]): Promise<LoanRequest[]> {
    return this.find<LoanRequest>(loanRequestCollection, { loanId: { $in: [...loanIds] } });
  }

  schedulesOf(loanIds: readonly string[]): Promise<ScheduleVersion[]> {
    return this.find<ScheduleVersion>(loanScheduleCollection, { loanId: { $in: [...loanIds] } }, { loanId: 1, no: 1 });
  }

  classChangesOf(loanIds: readonly string[]): Promise<ClassChangeRow[]> {
    const changes = this.database.collection<ClassChangeRow>('class_changes');
    return changes
      .find({ loanId: { $in: [...loanIds] } })
      .sort({ _id: 1 })
      .toArray();
  }

  private async find<T>(collection: CollectionDefinition, filter: object, sort: Record<string, 1> = { _id: 1 }): Promise<T[]> {
    const rows = await this.database
      .model(collection)
      .find(filter as never)
      .sort(sort)
      .lean<Stored[]>()
      .exec();
    return rows.map((row) => plain<T>(row));
  }
}
