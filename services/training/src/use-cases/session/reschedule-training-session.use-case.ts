import { Injectable } from '@nestjs/common';
import { employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { rescheduleSession } from '../../domain/session/session-change.js';
import type { Move } from '../../domain/session/session-change.js';
import { SessionDesk } from './session-desk.js';

export interface RescheduleTrainingSessionRequest extends Move {
  readonly requestKey?: string | null;
  readonly sessionId: string;
  readonly reason: string;
}

/** Moves a planned training, or changes its room and seats, with the reason; nominees are told, and new seats go to whoever waits. */
@Injectable()
export class RescheduleTrainingSession {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: SessionDesk,
  ) {}

  execute(actor: Actor, input: RescheduleTrainingSessionRequest): Promise<string> {
    return this.work.once({ operation: 'reschedule-training-session', actor, input }, async (tx) => {
      const session = await this.desk.sessions.get(input.sessionId, tx);
      const { reason, heldOn, untilOn, place, startsAt, endsAt, capacity } = input;
      const why = { reason, by: employeeIdOf(actor), at: this.desk.now(), today: this.desk.today() };
      const moved = rescheduleSession(session, { heldOn, untilOn, place, startsAt, endsAt, capacity }, why);
      for (const nomination of await this.desk.nominations.standing(session.id, tx)) {
        if (moved.heldOn !== nomination.heldOn) await this.desk.nominations.save({ ...nomination, heldOn: moved.heldOn }, tx);
        await this.desk.tell(moved, nomination.employeeId, 'RESCHEDULED', tx);
      }
      return (await this.desk.saveAndFill(moved, tx)).id;
    });
  }
}
