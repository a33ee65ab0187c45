import { Injectable } from '@nestjs/common';
import { BusinessClock, employeeIdOf, newId } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { giveFeedback } from '../../domain/feedback/feedback.js';
import { TrainingFeedbacks } from '../../persistence/feedback/training-feedback.repository.js';
import { TrainingSessions } from '../../persistence/session/training-session.repository.js';

export interface GiveTrainingFeedbackRequest {
  readonly requestKey?: string | null;
  readonly sessionId: string;
  readonly content: number;
  readonly trainer: number;
  readonly usefulness: number;
  readonly text?: string | null;
}

/** An attendee says once what he thinks of a training [6.7, 6.9]. */
@Injectable()
export class GiveTrainingFeedback {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sessions: TrainingSessions,
    private readonly feedbacks: TrainingFeedbacks,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: GiveTrainingFeedbackRequest): Promise<string> {
    return this.work.once({ operation: 'give-training-feedback', actor, input }, async (tx) => {
      const session = await this.sessions.get(input.sessionId, tx);
      const employeeId = employeeIdOf(actor);
      const { content, trainer, usefulness } = input;
      const said = { content, trainer, usefulness, text: input.text?.trim() ? input.text : null };
      const given = { id: newId('tfb'), sessionId: session.id, employeeId, ...said, givenAt: this.clock.now() };
      await this.feedbacks.insert(giveFeedback(session, given, await this.feedbacks.ofAttendee(session.id, employeeId, tx)), tx);
      return session.id;
    });
  }
}
