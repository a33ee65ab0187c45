import { Injectable } from '@nestjs/common';
import { BusinessClock } from '@weilend/kernel';
import { Database } from '@weilend/mongo';
import type { Stored } from '@weilend/mongo';
import { Parameters } from '@weilend/service';
import { summarise } from '../../domain/feedback/feedback.js';
import type { FeedbackSummary, TrainingFeedback } from '../../domain/feedback/feedback.js';
import type { TrainingSession } from '../../domain/session/training-session.js';
import { trainingFeedbackCollection } from '../../persistence/feedback/training-feedback.schema.js';
import { trainingSessionCollection } from '../../persistence/session/training-session.schema.js';
import { toEntity } from '../to-entity.js';

/** All answers to a training together; nobody's alone can be read. */
@Injectable()
export class TrainingFeedbackQueries {
  constructor(
    private readonly database: Database,
    private readonly parameters: Parameters,
    private readonly clock: BusinessClock,
  ) {}

  /** Null when there is no such training. */
  async summary(sessionId: string): Promise<FeedbackSummary | null> {
    const session = await this.database
      .model(trainingSessionCollection)
      .findById(sessionId as never)
      .lean<Stored>()
      .exec();
    if (!session) return null;
    const rows = await this.database
      .model(trainingFeedbackCollection)
      .find({ sessionId } as never)
      .lean<Stored[]>()
      .exec();
    const least = await this.parameters.number('training.feedback-least', this.clock.today());
    return summarise(toEntity<TrainingSession>(session).attendeeIds.length, rows.map(toEntity<TrainingFeedback>), least);
  }
}
