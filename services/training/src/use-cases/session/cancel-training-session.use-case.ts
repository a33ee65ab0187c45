import { Injectable } from '@nestjs/common';
import { employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { nominationMachine } from '../../domain/session/nomination.machine.js';
import { cancelSession } from '../../domain/session/session-change.js';
import { SessionDesk } from './session-desk.js';

export interface CancelTrainingSessionRequest {
  readonly requestKey?: string | null;
  readonly sessionId: string;
  readonly reason: string;
}

/** Calls a planned training off with the reason; everybody in its queue is told, and its money is free again. */
@Injectable()
export class CancelTrainingSession {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: SessionDesk,
  ) {}

  execute(actor: Actor, input: CancelTrainingSessionRequest): Promise<string> {
    return this.work.once({ operation: 'cancel-training-session', actor, input }, async (tx) => {
      const session = await this.desk.sessions.get(input.sessionId, tx);
      const cancelled = cancelSession(session, {
        reason: input.reason,
        by: employeeIdOf(actor),
        at: this.desk.now(),
        today: this.desk.today(),
      });
      for (const nomination of await this.desk.nominations.standing(session.id, tx)) {
        const state = nominationMachine.next(nomination.state, 'cancel');
        const called = await this.desk.nominations.save({ ...nomination, state, reason: input.reason.trim() }, tx);
        await this.desk.requests.follow(cancelled, called, tx);
        await this.desk.tell(cancelled, nomination.employeeId, 'CANCELLED', tx);
      }
      return (await this.desk.sessions.save(cancelled, tx)).id;
    });
  }
}
