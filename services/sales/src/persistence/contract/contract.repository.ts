import { Injectable } from '@nestjs/common';
import { Database, Repository } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import type { LoanContract } from '../../domain/contract/contract.js';
import { contractCollection } from './contract.schema.js';

@Injectable()
export class Contracts extends Repository<LoanContract> {
  constructor(database: Database) {
    super(database, contractCollection, 'contract');
  }

  /** Every draft of an application, latest first. */
  ofApplication(applicationId: string, tx: Tx): Promise<LoanContract[]> {
    return this.findMany({ applicationId }, tx, { sort: { draftNo: -1 } });
  }
}
