import { Injectable } from '@nestjs/common';
import { Database, Repository } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import type { TrainingRequest } from '../../domain/session/training-request.js';
import { trainingRequestCollection } from './training-request.schema.js';

@Injectable()
export class TrainingRequests extends Repository<TrainingRequest> {
  constructor(database: Database) {
    super(database, trainingRequestCollection, 'training request');
  }

  /** Those that a seat in a training answers. */
  answeredBy(sessionId: string, employeeId: string, tx: Tx): Promise<TrainingRequest[]> {
    return this.findMany({ employeeId, state: 'NOMINATED', sessionId }, tx, { sort: { _id: 1 } });
  }

  openOf(employeeId: string, tx: Tx): Promise<TrainingRequest[]> {
    return this.findMany({ employeeId, state: 'OPEN' }, tx, { sort: { _id: 1 } });
  }
}
