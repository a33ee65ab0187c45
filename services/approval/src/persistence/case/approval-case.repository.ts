import { Injectable } from '@nestjs/common';
import { Database, Repository } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import type { ApprovalCase } from '../../domain/case/approval-case.js';
import { approvalCaseCollection } from './approval-case.schema.js';

export interface StoredCase extends ApprovalCase {
  readonly version: number;
}

@Injectable()
export class ApprovalCases extends Repository<StoredCase> {
  constructor(database: Database) {
    super(database, approvalCaseCollection, 'approval case');
  }

  /** Every case about an application, oldest first. */
  ofApplication(applicationId: string, tx: Tx): Promise<StoredCase[]> {
    return this.findMany({ applicationId }, tx, { sort: { _id: 1 } });
  }

  openOfCustomer(customerId: string, tx: Tx): Promise<StoredCase[]> {
    return this.findMany({ customerId, state: 'open' }, tx, { sort: { _id: 1 } });
  }

  /** Running circulations whose moment lies before `until`. */
  ballotsDue(until: Date, limit: number, tx: Tx): Promise<StoredCase[]> {
    return this.findMany({ ballotDueAt: { $type: 'date', $lte: until } }, tx, { sort: { ballotDueAt: 1, _id: 1 }, limit });
  }

  byIds(ids: readonly string[], tx: Tx): Promise<StoredCase[]> {
    return this.findMany({ _id: { $in: [...ids] } }, tx);
  }
}
