import { Injectable } from '@nestjs/common';
import { Database, Repository } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import type { Promotion } from '../../domain/promotion/promotion.js';
import { promotionCollection } from './promotion.schema.js';

@Injectable()
export class Promotions extends Repository<Promotion> {
  constructor(database: Database) {
    super(database, promotionCollection, 'promotion');
  }

  openOf(employeeId: string, tx: Tx): Promise<Promotion | null> {
    return this.findOne({ openKey: employeeId }, tx);
  }
}
