import { Injectable } from '@nestjs/common';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { CommitteeSessions } from '../../persistence/session/committee-session.repository.js';
import { Openings } from './openings.js';

export interface StartCommitteeSessionRequest {
  readonly requestKey?: string | null;
  readonly sessionId: string;
  /** Who came; everybody invited who is not away when left out. */
  readonly present?: readonly string[] | null;
}

/** Opens a sitting that was called: attendance is taken, and the quorum of each case is looked at [4.12, gate G4]. */
@Injectable()
export class StartCommitteeSession {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sessions: CommitteeSessions,
    private readonly openings: Openings,
  ) {}

  execute(actor: Actor, input: StartCommitteeSessionRequest): Promise<string> {
    return this.work.once({ operation: 'start-committee-session', actor, input }, async (tx) => {
      const { opened, moved } = await this.openings.open(await this.sessions.get(input.sessionId, tx), input.present ?? null, tx);
      await this.sessions.save(opened, tx);
      await this.openings.move(moved, tx);
      return opened.id;
    });
  }
}
