import { Injectable } from '@nestjs/common';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { cancelSession } from '../../domain/session/session.js';
import { CommitteeSessions } from '../../persistence/session/committee-session.repository.js';

export interface CancelCommitteeSessionRequest {
  readonly requestKey?: string | null;
  readonly sessionId: string;
  readonly reason: string;
}

/** A sitting that was called does not take place; its cases are free for another agenda [4.12]. */
@Injectable()
export class CancelCommitteeSession {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sessions: CommitteeSessions,
  ) {}

  execute(actor: Actor, input: CancelCommitteeSessionRequest): Promise<string> {
    return this.work.once({ operation: 'cancel-committee-session', actor, input }, async (tx) => {
      const session = cancelSession(await this.sessions.get(input.sessionId, tx), input.reason);
      await this.sessions.save(session, tx);
      return session.id;
    });
  }
}
