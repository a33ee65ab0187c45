import { Injectable } from '@nestjs/common';
import { businessDateOf, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { checkAgenda, invitationsFor } from '../../domain/session/session.js';
import { ApprovalCases } from '../../persistence/case/approval-case.repository.js';
import { CommitteeSessions } from '../../persistence/session/committee-session.repository.js';
import { Committee } from '../committee/committee.js';
import { Openings } from './openings.js';
import { calledSession } from './sittings.js';

export interface OpenCommitteeSessionRequest {
  readonly requestKey?: string | null;
  readonly caseIds: readonly string[];
  /** Now when left out. */
  readonly heldAt?: Date | null;
  /** Who is there; everybody with a seat who is not away when left out. */
  readonly present?: readonly string[] | null;
}

/** Opens a sitting on the spot: open cases on its agenda, a quorum in the room [4.12]. */
@Injectable()
export class OpenCommitteeSession {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sessions: CommitteeSessions,
    private readonly cases: ApprovalCases,
    private readonly committee: Committee,
    private readonly openings: Openings,
  ) {}

  execute(actor: Actor, input: OpenCommitteeSessionRequest): Promise<string> {
    return this.work.once({ operation: 'open-committee-session', actor, input }, async (tx) => {
      const agenda = [...new Set(input.caseIds)];
      const open = (await this.cases.byIds(agenda, tx)).filter((one) => one.state === 'open').map((one) => one.id);
      const taken = (await this.sessions.openWith(agenda, tx)).flatMap((session) => session.agenda);
      checkAgenda(agenda, open, taken);
      const heldAt = input.heldAt ?? this.committee.now();
      const invited = invitationsFor((await this.committee.roll(tx)).terms, businessDateOf(heldAt));
      const called = calledSession({ heldAt, agenda, invited, openedBy: employeeIdOf(actor) });
      const { opened, moved } = await this.openings.open(called, input.present ?? null, tx);
      const { id } = await this.sessions.insert(opened, tx);
      await this.openings.move(moved, tx);
      return id;
    });
  }
}
