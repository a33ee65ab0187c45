import { Injectable } from '@nestjs/common';
import { newId } from '@weilend/kernel';
import { Database, Repository } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import type { TrainingRequest } from '../../domain/career/training-request.js';
import { trainedTopicCollection, trainingRequestCollection } from './career.schema.js';

@Injectable()
export class TrainingRequestBook extends Repository<TrainingRequest> {
  constructor(database: Database) {
    super(database, trainingRequestCollection, 'training request');
  }

  same({ aboutId, employeeId, reason, topic }: Pick<TrainingRequest, 'aboutId' | 'employeeId' | 'reason' | 'topic'>, tx: Tx) {
    return this.findOne({ aboutId, employeeId, reason, topic }, tx);
  }

  ofHandoff(handoffId: string, tx: Tx): Promise<TrainingRequest | null> {
    return this.findOne({ handoffId }, tx);
  }
}

export interface TrainedTopic {
  readonly id: string;
  readonly version: number;
  readonly employeeId: string;
  readonly topic: string;
  readonly sessionId: string;
  readonly hours: number;
  readonly evaluatedOn: string;
}

/** In which topics people were trained, as the training department announced it. */
@Injectable()
export class TrainedTopics extends Repository<TrainedTopic> {
  constructor(database: Database) {
    super(database, trainedTopicCollection, 'trained topic');
  }

  /** Counts each session once a person. */
  async note(trained: Omit<TrainedTopic, 'id' | 'version'>, tx: Tx): Promise<void> {
    const { sessionId, employeeId } = trained;
    if (!(await this.findOne({ sessionId, employeeId }, tx))) await this.insert({ id: newId('ttp'), version: 0, ...trained }, tx);
  }
}
