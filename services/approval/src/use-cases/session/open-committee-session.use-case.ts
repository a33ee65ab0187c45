import { Injectable } from '@nestjs/common';
import { BusinessClock, employeeIdOf, newId } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { checkAgenda, sessionMachine } from '../../domain/session/session.js';
import { ApprovalCases } from '../../persistence/case/approval-case.repository.js';
import { CommitteeSessions } from '../../persistence/session/committee-session.repository.js';

export interface OpenCommitteeSessionRequest {
  readonly requestKey?: string | null;
  readonly caseIds: readonly string[];
  /** Now when left out. */
  readonly heldAt?: Date | null;
}

/** Puts open cases on the agenda of a sitting [4.12]. */
@Injectable()
export class OpenCommitteeSession {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sessions: CommitteeSessions,
    private readonly cases: ApprovalCases,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: OpenCommitteeSessionRequest): Promise<string> {
    return this.work.once({ operation: 'open-committee-session', actor, input }, async (tx) => {
      const agenda = [...new Set(input.caseIds)];
      const open = (await this.cases.byIds(agenda, tx)).filter((one) => one.state === 'open').map((one) => one.id);
      const taken = (await this.sessions.openWith(agenda, tx)).flatMap((session) => session.agenda);
      checkAgenda(agenda, open, taken);
      const heldAt = input.heldAt ?? this.clock.now();
      const session = { id: newId('ses'), version: 0, state: sessionMachine.initial, heldAt, openedBy: employeeIdOf(actor), agenda };
      return (await this.sessions.insert({ ...session, closedAt: null, minutesHtml: null }, tx)).id;
    });
  }
}
