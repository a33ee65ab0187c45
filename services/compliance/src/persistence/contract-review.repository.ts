import { Injectable } from '@nestjs/common';
import { Database, Repository } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import type { ContractReview } from '../domain/contract-review/contract-review.js';
import { contractReviewCollection } from './contract-review.schema.js';

@Injectable()
export class ContractReviews extends Repository<ContractReview> {
  constructor(database: Database) {
    super(database, contractReviewCollection, 'contract review');
  }

  openOf(applicationId: string, tx: Tx): Promise<ContractReview[]> {
    return this.findMany({ applicationId, state: 'open' }, tx, { sort: { _id: 1 } });
  }
}
