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

  async put(exposure: StoredExposure, tx: Tx): Promise<StoredExposure> {
    return exposure.version === 0 ? this.insert(exposure, tx) : this.save(exposure, tx);
  }
}
