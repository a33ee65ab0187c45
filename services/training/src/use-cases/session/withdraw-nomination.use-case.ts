import { Injectable } from '@nestjs/common';
import { employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { withdrawNomination } from '../../domain/session/nomination.js';
import { Team } from '../team.js';
import { SessionDesk } from './session-desk.js';

export interface WithdrawNominationRequest {
  readonly requestKey?: string | null;
  readonly nominationId: string;
  readonly reason: string;
}

/** The nominee, or his manager, gives a place back with the reason; whoever waits longest gets the seat. */
@Injectable()
export class WithdrawNomination {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: SessionDesk,
    private readonly team: Team,
  ) {}

  execute(actor: Actor, input: WithdrawNominationRequest): Promise<string> {
    return this.work.once({ operation: 'withdraw-nomination', actor, input }, async (tx) => {
      const by = employeeIdOf(actor);
      const nomination = await this.desk.nominations.get(input.nominationId, tx);
      if (nomination.employeeId !== by) await this.team.requireLeads(by, nomination.employeeId, tx);
      const session = await this.desk.sessions.get(nomination.sessionId, tx);
      const left = withdrawNomination(session, nomination, { by, at: this.desk.now(), reason: input.reason });
      await this.desk.leave(left, tx);
      return nomination.id;
    });
  }
}
