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

  /** Those that the seats of several people in one training answer. */
  answeredByAll(sessionId: string, employeeIds: readonly string[], tx: Tx): Promise<TrainingRequest[]> {
    return this.findMany({ employeeId: { $in: [...employeeIds] }, state: 'NOMINATED', sessionId }, tx, { sort: { _id: 1 } });
  }

  openOf(employeeId: string, tx: Tx): Promise<TrainingRequest[]> {
    return this.findMany({ employeeId, state: 'OPEN' }, tx, { sort: { _id: 1 } });
  }

  /** Those of which nobody can say yet that they are done. */
  undoneOf(employeeId: string, tx: Tx): Promise<TrainingRequest[]> {
    return this.findMany({ employeeId, state: { $in: ['OPEN', 'NOMINATED'] } }, tx, { sort: { _id: 1 } });
  }
}
