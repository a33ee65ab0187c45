import { Injectable } from '@nestjs/common';
import { employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { acceptNomination, declineNomination } from '../../domain/session/nomination.js';
import { Team } from '../team.js';
import { SessionDesk } from './session-desk.js';

export interface DecideNominationRequest {
  readonly requestKey?: string | null;
  readonly nominationId: string;
  readonly isAccepted: boolean;
  /** Needed for declining. */
  readonly reason?: string | null;
}

/** The manager accepts a self-nomination of his team, or declines it with a reason; then the seat goes to whoever waits longest. */
@Injectable()
export class DecideNomination {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: SessionDesk,
    private readonly team: Team,
  ) {}

  execute(actor: Actor, input: DecideNominationRequest): Promise<string> {
    return this.work.once({ operation: 'decide-nomination', actor, input }, async (tx) => {
      const nomination = await this.desk.nominations.get(input.nominationId, tx);
      await this.team.requireLeads(employeeIdOf(actor), nomination.employeeId, tx);
      const session = await this.desk.sessions.get(nomination.sessionId, tx);
      const verdict = { by: employeeIdOf(actor), at: this.desk.now(), reason: input.reason ?? null };
      if (input.isAccepted) {
        const accepted = await this.desk.nominations.save(acceptNomination(nomination, verdict), tx);
        await this.desk.tell(session, nomination.employeeId, 'ACCEPTED', tx);
        await this.desk.requests.follow(session, accepted, tx);
        return nomination.id;
      }
      const left = declineNomination(session, nomination, verdict);
      await this.desk.tell(session, nomination.employeeId, 'DECLINED', tx);
      await this.desk.leave(left, tx);
      return nomination.id;
    });
  }
}
