import { Injectable } from '@nestjs/common';
import type { Department } from '@weilend/kernel';
import { Database, Repository } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import type { StuckDelivery } from '../domain/deliveries/stuck-delivery.js';
import { stuckDeliveryCollection } from './stuck-delivery.schema.js';

@Injectable()
export class StuckDeliveryRows extends Repository<StuckDelivery> {
  constructor(database: Database) {
    super(database, stuckDeliveryCollection, 'stuck delivery');
  }

  ofMessage(messageId: string, department: Department, tx: Tx): Promise<StuckDelivery | null> {
    return this.findOne({ messageId, department }, tx);
  }

  /** Inserts a new row or saves a known one. */
  put(row: StuckDelivery, tx: Tx): Promise<StuckDelivery> {
    return row.version > 0 ? this.save(row, tx) : this.insert(row, tx);
  }
}
