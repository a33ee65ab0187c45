import { Injectable } from '@nestjs/common';
import { Database, Repository } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import type { BorrowerFreeze } from '../domain/measure/borrower-freeze.js';
import type { MeasureWork } from '../domain/measure/measure-work.js';
import { borrowerFreezeCollection, measureWorkCollection } from './measure.schema.js';

@Injectable()
export class MeasureWorks extends Repository<MeasureWork> {
  constructor(database: Database) {
    super(database, measureWorkCollection, 'measure work');
  }
}

@Injectable()
export class BorrowerFreezes extends Repository<BorrowerFreeze> {
  constructor(database: Database) {
    super(database, borrowerFreezeCollection, 'freeze');
  }

  /** Those in force on a borrower. */
  inForce(customerId: string, tx: Tx): Promise<BorrowerFreeze[]> {
    return this.findMany({ customerId, liftedAt: null }, tx);
  }

  ofMeasure(measureId: string, tx: Tx): Promise<BorrowerFreeze | null> {
    return this.findOne({ measureId }, tx);
  }
}
