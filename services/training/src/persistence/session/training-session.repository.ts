import { Injectable } from '@nestjs/common';
import { Database, Repository } from '@weilend/mongo';
import type { TrainingSession } from '../../domain/session/training-session.js';
import { trainingSessionCollection } from './training-session.schema.js';

@Injectable()
export class TrainingSessions extends Repository<TrainingSession> {
  constructor(database: Database) {
    super(database, trainingSessionCollection, 'training session');
  }
}
