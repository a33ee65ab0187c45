import { Injectable } from '@nestjs/common';
import { DomainError } from '@weilend/kernel';
import { Database, Repository } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import type { TrainingFeedback } from '../../domain/feedback/feedback.js';
import { trainingFeedbackCollection } from './training-feedback.schema.js';

const DUPLICATE_KEY = 11_000;

@Injectable()
export class TrainingFeedbacks extends Repository<TrainingFeedback> {
  constructor(database: Database) {
    super(database, trainingFeedbackCollection, 'feedback');
  }

  ofAttendee(sessionId: string, employeeId: string, tx: Tx): Promise<TrainingFeedback | null> {
    return this.findOne({ sessionId, employeeId }, tx);
  }

  /** The unique index speaks when somebody answers twice at once. */
  override async insert(feedback: TrainingFeedback, tx: Tx): Promise<TrainingFeedback> {
    try {
      return await super.insert(feedback, tx);
    } catch (error) {
      if ((error as { code?: unknown }).code === DUPLICATE_KEY) throw new DomainError('FEEDBACK_GIVEN', {}, 'sessionId');
      throw error;
    }
  }
}
