import { Injectable } from '@nestjs/common';
import { addDays, BusinessClock, employeeIdOf, newId } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { Parameters } from '@weilend/service';
import { refuseAttendee } from '../../domain/evaluation/evaluation-task.js';
import { evaluateSession } from '../../domain/session/training-session.js';
import { raiseImprovement } from '../../domain/improvement/improvement.js';
import type { EvaluationMethod, TrainingSession } from '../../domain/session/training-session.js';
import { Improvements } from '../../persistence/improvement/improvement.repository.js';
import { EvaluationDesk } from '../evaluation/evaluation-desk.js';

export interface EvaluateTrainingRequest {
  readonly requestKey?: string | null;
  readonly sessionId: string;
  readonly method: EvaluationMethod;
  readonly results: readonly { readonly employeeId: string; readonly mark?: number | null; readonly text?: string | null }[];
  readonly improvements?: readonly string[] | null;
}

/** Enters the results that an institution hands over for an external training, all at once, and what should be better next time [6.7, 6.8, 6.9]. */
@Injectable()
export class EvaluateTraining {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: EvaluationDesk,
    private readonly improvements: Improvements,
    private readonly parameters: Parameters,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: EvaluateTrainingRequest): Promise<string> {
    return this.work.once({ operation: 'evaluate-training', actor, input }, async (tx) => {
      const results = input.results.map(({ employeeId, mark, text }) => ({ employeeId, mark: mark ?? null, text: text ?? null }));
      const evaluation = { method: input.method, results, improvements: [], evaluatedOn: this.clock.today() };
      // Opened by somebody at the same time, one of the two has to see the other.
      await this.desk.sessions.lock(input.sessionId, tx);
      await this.desk.refuseOpened(input.sessionId, tx);
      const held = await this.desk.sessions.get(input.sessionId, tx);
      refuseAttendee(held, employeeIdOf(actor));
      const session = evaluateSession(held, evaluation);
      await this.desk.evaluated(session, tx);
      await this.raise(session, input.improvements ?? [], tx);
      return session.id;
    });
  }

  /** What is written down here is an improvement like any other: with an owner, who is whoever wrote it, and a day. */
  private async raise(session: TrainingSession, texts: readonly string[], tx: Tx): Promise<void> {
    const today = this.clock.today();
    const dueOn = addDays(today, await this.parameters.number('training.improve-within', today));
    const by = employeeIdOf(tx.actor);
    for (const text of texts) {
      const facts = { id: newId('tim'), text, ownerId: by, dueOn, raisedBy: by, raisedAt: this.clock.now() };
      await this.improvements.insert(raiseImprovement(session, facts, today), tx);
    }
  }
}
