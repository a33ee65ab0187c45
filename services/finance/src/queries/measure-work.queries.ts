import { Injectable } from '@nestjs/common';
import { BusinessClock, DomainError } from '@weilend/kernel';
import { Database, pageOf } from '@weilend/mongo';
import type { Page, PageRequest, Stored } from '@weilend/mongo';
import type { BorrowerFreeze } from '../domain/measure/borrower-freeze.js';
import type { MeasureWorkState } from '../domain/measure/measure-work.machine.js';
import type { MeasureWork } from '../domain/measure/measure-work.js';
import { borrowerFreezeCollection, measureWorkCollection } from '../persistence/measure.schema.js';
import { plain } from './scope.js';

export interface MeasureWorkFilter extends PageRequest {
  readonly state?: MeasureWorkState | null;
  readonly ownerId?: string | null;
  readonly loanId?: string | null;
  readonly overdue?: boolean | null;
}

/** Measures of risk that finance carries out, and borrowers who are frozen. */
@Injectable()
export class MeasureWorkQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: BusinessClock,
  ) {}

  async get(id: string): Promise<MeasureWork> {
    const row = await this.database
      .model(measureWorkCollection)
      .findOne({ _id: id } as never)
      .lean<Stored>()
      .exec();
    if (!row) throw new DomainError('NOT_FOUND', { noun: 'measure work', id });
    return plain<MeasureWork>(row);
  }

  list({ state, ownerId, loanId, overdue, ...page }: MeasureWorkFilter): Promise<Page<MeasureWork>> {
    const filter = {
      ...{ ...(state ? { state } : {}), ...(ownerId ? { ownerId } : {}), ...(loanId ? { loanId } : {}) },
      ...(overdue ? { dueOn: { $type: 'string', $lt: this.clock.today() } } : {}),
    };
    return pageOf(this.database.model(measureWorkCollection), page, { filter, map: (row) => plain<MeasureWork>(row) });
  }

  /** Those in force, newest first; of one customer when asked. */
  freezes(customerId: string | null, page: PageRequest): Promise<Page<BorrowerFreeze>> {
    const filter = { liftedAt: null, ...(customerId === null ? {} : { customerId }) };
    return pageOf(this.database.model(borrowerFreezeCollection), page, { filter, map: (row) => plain<BorrowerFreeze>(row) });
  }
}
