import { Injectable } from '@nestjs/common';
import { Database, Repository } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import type { BusinessChange } from '../../domain/after-loan/business-change.js';
import { businessChangeCollection } from './business-change.schema.js';

@Injectable()
export class BusinessChanges extends Repository<BusinessChange> {
  constructor(database: Database) {
    super(database, businessChangeCollection, 'business change');
  }

  async latestOf(applicationId: string, tx: Tx): Promise<BusinessChange | null> {
    return (await this.findMany({ applicationId }, tx, { sort: { _id: -1 }, limit: 1 }))[0] ?? null;
  }
}
