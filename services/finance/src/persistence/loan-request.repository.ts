import { Injectable } from '@nestjs/common';
import { Database, Repository } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import type { LoanRequest, LoanRequestKind } from '../domain/loan-request/loan-request.js';
import { loanRequestCollection } from './loan-request.schema.js';

@Injectable()
export class LoanRequests extends Repository<LoanRequest> {
  constructor(database: Database) {
    super(database, loanRequestCollection, 'loan request');
  }

  openOf(loanId: string, kind: LoanRequestKind, tx: Tx): Promise<LoanRequest | null> {
    return this.findOne({ loanId, 'change.kind': kind, state: 'OPEN' }, tx);
  }

  /** The approved write-off of a loan. */
  writeOffOf(loanId: string, tx: Tx): Promise<LoanRequest | null> {
    return this.findOne({ loanId, 'change.kind': 'WRITE_OFF', state: 'APPROVED' }, tx);
  }
}
