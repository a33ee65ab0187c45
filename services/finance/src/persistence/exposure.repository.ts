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

  async put(exposure: StoredExposure, tx: Tx): Promise<StoredExposure> {
    return exposure.version === 0 ? this.insert(exposure, tx) : this.save(exposure, tx);
  }
}
