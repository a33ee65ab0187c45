import { Injectable } from '@nestjs/common';
import type { Tx } from '@weilend/mongo';
import { withdrawNomination } from '../../domain/session/nomination.js';
import { SessionDesk } from './session-desk.js';

const LEFT = '已离职 (has left the company)';
const BY = 'service:training';

/**
 * Somebody has left: his seats go to whoever waits, and hr hears that nobody is there to be trained, also of a training that he attended and was
 * not evaluated after [5.8, 6.4].
 */
@Injectable()
export class ReleaseLeaver {
  constructor(private readonly desk: SessionDesk) {}

  async apply(employeeId: string, tx: Tx): Promise<void> {
    const { sessions, nominations, requests } = this.desk;
    // Before his seats go: without them his requests would be open again.
    await requests.left(employeeId, { code: 'TRAINEE_LEFT', reason: LEFT }, tx);
    for (const nomination of await nominations.standingOf(employeeId, tx)) {
      const session = await sessions.get(nomination.sessionId, tx);
      if (session.state === 'PLANNED')
        await this.desk.leave(withdrawNomination(session, nomination, { by: BY, at: this.desk.now(), reason: LEFT }), tx);
    }
  }
}
