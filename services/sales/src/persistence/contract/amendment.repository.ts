import { Injectable } from '@nestjs/common';
import { Database, Repository } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import type { ContractAmendment } from '../../domain/contract/amendment.js';
import { amendmentCollection } from './amendment.schema.js';

@Injectable()
export class ContractAmendments extends Repository<ContractAmendment> {
  constructor(database: Database) {
    super(database, amendmentCollection, 'supplementary agreement');
  }

  /** Every agreement of a contract, latest first. */
  ofContract(contractId: string, tx: Tx): Promise<ContractAmendment[]> {
    return this.findMany({ contractId }, tx, { sort: { scheduleNo: -1 } });
  }
}
