import { Injectable } from '@nestjs/common';
import { businessDateOf, DomainError, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { checkAgenda, invitationsFor } from '../../domain/session/session.js';
import { ApprovalCases } from '../../persistence/case/approval-case.repository.js';
import { CommitteeSessions } from '../../persistence/session/committee-session.repository.js';
import { Committee } from '../committee/committee.js';
import { calledSession } from './sittings.js';

export interface CallCommitteeSessionRequest {
  readonly requestKey?: string | null;
  readonly caseIds: readonly string[];
  readonly heldAt: Date;
}

/** Calls a sitting: an agenda of open cases and an invitation to everybody with a seat on its day [4.12]. */
@Injectable()
export class CallCommitteeSession {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sessions: CommitteeSessions,
    private readonly cases: ApprovalCases,
    private readonly committee: Committee,
  ) {}

  execute(actor: Actor, input: CallCommitteeSessionRequest): Promise<string> {
    return this.work.once({ operation: 'call-committee-session', actor, input }, async (tx) => {
      const { heldAt } = input;
      if (heldAt <= this.committee.now()) throw new DomainError('SESSION_IN_PAST', {}, 'heldAt');
      const agenda = [...new Set(input.caseIds)];
      const open = (await this.cases.byIds(agenda, tx)).filter((one) => one.state === 'open').map((one) => one.id);
      const taken = (await this.sessions.openWith(agenda, tx)).flatMap((session) => session.agenda);
      checkAgenda(agenda, open, taken);
      const invited = invitationsFor((await this.committee.roll(tx)).terms, businessDateOf(heldAt));
      return (await this.sessions.insert(calledSession({ heldAt, agenda, invited, openedBy: employeeIdOf(actor) }), tx)).id;
    });
  }
}
