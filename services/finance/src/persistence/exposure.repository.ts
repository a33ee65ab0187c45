import { Injectable } from '@nestjs/common';
import { Database, Repository } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import type { Exposure } from '../domain/exposure/concentration.js';
import { exposureCollection } from './exposure.schema.js';

export type StoredExposure = Exposure & { readonly id: string; readonly version: number };

@Injectable()
export class Exposures extends Repository<StoredExposure> {
  constructor(database: Database) {
    super(database, exposureCollection, 'exposure');
  }

  async of(customerId: string, tx: Tx): Promise<StoredExposure> {
    return (await this.find(customerId, tx)) ?? { id: customerId, version: 0, customerId, outstandingFen: 0, reservedFen: 0, loans: 0 };
  }

  /** Borrowers in the order of their ids, those after one of them. */
  after(customerId: string, limit: number, tx: Tx): Promise<StoredExposure[]> {
    return this.findMany({ _id: { $gt: customerId } }, tx, { sort: { _id: 1 }, limit });
  }

  ofAll(customerIds: readonly string[], tx: Tx): Promise<StoredExposure[]> {
    return this.findMany({ _id: { $in: [...customerIds] } }, tx, { limit: customerIds.length });
  }

  async put(exposure: StoredExposure, tx: Tx): Promise<StoredExposure> {
    return exposure.version === 0 ? this.insert(exposure, tx) : this.save(exposure, tx);
  }
}
