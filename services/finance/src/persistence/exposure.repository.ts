import { Injectable } from '@nestjs/common';
import { Database, Repository } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import type { Exposure } from '../domain/exposure/exposure.js';
import { exposureCollection } from './exposure.schema.js';

export type StoredExposure = Exposure & { readonly id: string; readonly version: number };

/** Of a customer who never borrowed. */
export const noExposure = (customerId: string): StoredExposure => ({
  ...{ id: customerId, version: 0, customerId, groupId: null },
  ...{ outstandingFen: 0, reservedFen: 0, consumerFen: 0, loans: 0 },
});

@Injectable()
export class Exposures extends Repository<StoredExposure> {
  constructor(database: Database) {
    super(database, exposureCollection, 'exposure');
  }

  async of(customerId: string, tx: Tx): Promise<StoredExposure> {
    return (await this.find(customerId, tx)) ?? noExposure(customerId);
  }

  /** The row that payments of a customer meet on: the one of his group, else his own. For taking turns only. */
  async busiestRow(customerId: string): Promise<string> {
    const row = await this.model.collection.findOne({ _id: customerId } as never, { projection: { groupId: 1 } });
    return (row?.['groupId'] as string | null | undefined) ?? customerId;
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
