import { Injectable } from '@nestjs/common';
import { Database, Repository } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import type { TrainingPlan } from '../domain/plan/training-plan.js';
import type { TrainingSession } from '../domain/session/training-session.js';
import { trainingPlanCollection, trainingSessionCollection } from './training.schema.js';

@Injectable()
export class TrainingPlans extends Repository<TrainingPlan> {
  constructor(database: Database) {
    super(database, trainingPlanCollection, 'training plan');
  }

  ofYear(year: number, tx: Tx): Promise<TrainingPlan | null> {
    return this.findOne({ year }, tx);
  }
}

@Injectable()
export class TrainingSessions extends Repository<TrainingSession> {
  constructor(database: Database) {
    super(database, trainingSessionCollection, 'training session');
  }
}
