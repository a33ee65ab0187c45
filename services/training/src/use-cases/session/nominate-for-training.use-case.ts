import { Injectable } from '@nestjs/common';
import { DomainError, employeeIdOf, newId } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { nominate } from '../../domain/session/nomination.js';
import { Team } from '../team.js';
import { SessionDesk } from './session-desk.js';

export interface NominateForTrainingRequest {
  readonly requestKey?: string | null;
  readonly sessionId: string;
  /** Left out: oneself. */
  readonly employeeId?: string | null;
}

/**
 * Nominates somebody for a training: the manager people of his team, everybody himself, which the manager then decides [6.4]. Seats are given
 * in the order in which people come; what many ask for at once is decided one after the other.
 */
@Injectable()
export class NominateForTraining {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: SessionDesk,
    private readonly team: Team,
  ) {}

  execute(actor: Actor, input: NominateForTrainingRequest): Promise<string> {
    const by = employeeIdOf(actor);
    const employeeId = input.employeeId ?? by;
    const source = input.employeeId ? 'MANAGER' : 'SELF';
    const context = { operation: 'nominate-for-training', actor, input, inTurn: `training ${input.sessionId}` };
    return this.work.once(context, async (tx) => {
      await this.team.requireActive(employeeId, 'employeeId', tx);
      if (source === 'MANAGER') await this.team.requireLeads(by, employeeId, tx);
      const before = await this.desk.sessions.get(input.sessionId, tx);
      if (await this.desk.nominations.ofPerson(before.id, employeeId, tx))
        throw new DomainError('NOMINATED_ALREADY', { employeeId }, 'employeeId');
      const nominee = { id: newId('nom'), employeeId, source, by, at: this.desk.now(), today: this.desk.today() } as const;
      const { session, nomination } = nominate(before, nominee);
      await this.desk.nominations.insert(nomination, tx);
      await this.desk.sessions.save(session, tx);
      await this.desk.tell(session, employeeId, nomination.state === 'SEATED' ? 'SEATED' : 'WAITING', tx);
      await this.desk.requests.follow(session, nomination, tx);
      return nomination.id;
    });
  }
}
