import { Injectable } from '@nestjs/common';
import { BusinessClock } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { closeSession } from '../../domain/session/session.js';
import type { AgendaOutcome } from '../../domain/session/session.js';
import { ApprovalCases } from '../../persistence/case/approval-case.repository.js';
import type { StoredCase } from '../../persistence/case/approval-case.repository.js';
import { CommitteeSessions } from '../../persistence/session/committee-session.repository.js';
import { Decisions } from '../../persistence/decision/decision.repository.js';

export interface CloseCommitteeSessionRequest {
  readonly requestKey?: string | null;
  readonly sessionId: string;
}

/** Ends a sitting; its minutes say what became of each case of the agenda [4.12]. */
@Injectable()
export class CloseCommitteeSession {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sessions: CommitteeSessions,
    private readonly cases: ApprovalCases,
    private readonly decisions: Decisions,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: CloseCommitteeSessionRequest): Promise<string> {
    return this.work.once({ operation: 'close-committee-session', actor, input }, async (tx) => {
      const session = await this.sessions.get(input.sessionId, tx);
      const cases = new Map((await this.cases.byIds(session.agenda, tx)).map((one) => [one.id, one]));
      const results = new Map((await this.decisions.ofCases(session.agenda, tx)).map((one) => [one.caseId, one.result]));
      const outcomes = session.agenda.map((caseId): AgendaOutcome => {
        const approvalCase = cases.get(caseId);
        return { caseId, applicationId: approvalCase?.applicationId ?? '', result: results.get(caseId) ?? undecided(approvalCase) };
      });
      await this.sessions.save(closeSession(session, outcomes, this.clock.now()), tx);
      return session.id;
    });
  }
}

function undecided(approvalCase: StoredCase | undefined): AgendaOutcome['result'] {
  const ended = { withdrawn: 'WITHDRAWN', returned: 'RETURNED', open: 'CARRIED_OVER', decided: 'CARRIED_OVER' } as const;
  return ended[approvalCase?.state ?? 'open'];
}
