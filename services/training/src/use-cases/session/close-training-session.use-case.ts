import { Injectable } from '@nestjs/common';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { closeSession } from '../../domain/session/training-session.js';
import { TrainingSessions } from '../../persistence/session/training-session.repository.js';

export interface CloseTrainingSessionRequest {
  readonly requestKey?: string | null;
  readonly sessionId: string;
}

/** Closes an evaluated training [6.7]. */
@Injectable()
export class CloseTrainingSession {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sessions: TrainingSessions,
  ) {}

  execute(actor: Actor, input: CloseTrainingSessionRequest): Promise<string> {
    return this.work.once({ operation: 'close-training-session', actor, input }, async (tx) => {
      const session = await this.sessions.get(input.sessionId, tx);
      return (await this.sessions.save(closeSession(session), tx)).id;
    });
  }
}
