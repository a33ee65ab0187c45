import { Injectable } from '@nestjs/common';
import { Database, Repository } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import type { Improvement } from '../../domain/improvement/improvement.js';
import { improvementCollection } from './improvement.schema.js';

@Injectable()
export class Improvements extends Repository<Improvement> {
  constructor(database: Database) {
    super(database, improvementCollection, 'improvement');
  }

  /** What a plan has taken up, in the order in which it was raised. */
  ofPlan(planId: string, tx: Tx): Promise<Improvement[]> {
    return this.findMany({ planId }, tx, { sort: { _id: 1 } });
  }
}
