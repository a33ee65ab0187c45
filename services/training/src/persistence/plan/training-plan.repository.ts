import { Injectable } from '@nestjs/common';
import { Database, Repository } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import type { TrainingPlan } from '../../domain/plan/training-plan.js';
import { trainingPlanCollection } from './training-plan.schema.js';

@Injectable()
export class TrainingPlans extends Repository<TrainingPlan> {
  constructor(database: Database) {
    super(database, trainingPlanCollection, 'training plan');
  }

  ofYear(year: number, tx: Tx): Promise<TrainingPlan | null> {
    return this.findOne({ year }, tx);
  }
}
