import { Injectable } from '@nestjs/common';
import { BusinessClock, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { refuseAttendee } from '../../domain/evaluation/evaluation-task.js';
import { evaluateSession } from '../../domain/session/training-session.js';
import type { EvaluationMethod } from '../../domain/session/training-session.js';
import { EvaluationDesk } from '../evaluation/evaluation-desk.js';

export interface EvaluateTrainingRequest {
  readonly requestKey?: string | null;
  readonly sessionId: string;
  readonly method: EvaluationMethod;
  readonly results: readonly { readonly employeeId: string; readonly mark?: number | null; readonly text?: string | null }[];
  readonly improvements?: readonly string[] | null;
}

/** Evaluates every attendee of a training at once, where its evaluation was not opened for them one by one [6.7, 6.8, 6.9]. */
@Injectable()
export class EvaluateTraining {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: EvaluationDesk,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: EvaluateTrainingRequest): Promise<string> {
    return this.work.once({ operation: 'evaluate-training', actor, input }, async (tx) => {
      const results = input.results.map(({ employeeId, mark, text }) => ({ employeeId, mark: mark ?? null, text: text ?? null }));
      const evaluation = { method: input.method, results, improvements: input.improvements ?? [], evaluatedOn: this.clock.today() };
      await this.desk.refuseOpened(input.sessionId, tx);
      const held = await this.desk.sessions.get(input.sessionId, tx);
      refuseAttendee(held, employeeIdOf(actor));
      const session = evaluateSession(held, evaluation);
      await this.desk.evaluated(session, tx);
      return session.id;
    });
  }
}
