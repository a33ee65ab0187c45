import { Injectable } from '@nestjs/common';
import { BusinessClock } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { event, Outbox } from '@weilend/messaging';
import { UnitOfWork } from '@weilend/mongo';
import { evaluateSession } from '../../domain/session/training-session.js';
import type { EvaluationMethod } from '../../domain/session/training-session.js';
import { TrainingSessions } from '../../persistence/session/training-session.repository.js';

export interface EvaluateTrainingRequest {
  readonly requestKey?: string | null;
  readonly sessionId: string;
  readonly method: EvaluationMethod;
  readonly results: readonly { readonly employeeId: string; readonly mark?: number | null; readonly text?: string | null }[];
  readonly improvements?: readonly string[] | null;
}

/** Evaluates every attendee of a training and tells hr who learned how many hours [6.7, 6.8, 6.9]. */
@Injectable()
export class EvaluateTraining {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sessions: TrainingSessions,
    private readonly outbox: Outbox,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: EvaluateTrainingRequest): Promise<string> {
    return this.work.once({ operation: 'evaluate-training', actor, input }, async (tx) => {
      const results = input.results.map(({ employeeId, mark, text }) => ({ employeeId, mark: mark ?? null, text: text ?? null }));
      const evaluation = { method: input.method, results, improvements: input.improvements ?? [], evaluatedOn: this.clock.today() };
      const session = evaluateSession(await this.sessions.get(input.sessionId, tx), evaluation);
      await this.sessions.save(session, tx);
      const { id, topic, hours } = session;
      const data = { sessionId: id, topic, hours, attendeeIds: [...session.attendeeIds], evaluatedOn: evaluation.evaluatedOn };
      await this.outbox.add(event('training.evaluated.v1', id, data), tx);
      return id;
    });
  }
}
