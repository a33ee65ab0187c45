import { Injectable } from '@nestjs/common';
import { businessDateOf, newId } from '@weilend/kernel';
import type { Tx } from '@weilend/mongo';
import type { Rescheduling } from '../../domain/case/approval-case.js';
import { proposedSubstitutes, reschedule } from '../../domain/case/circulation.js';
import { cancelSession, invitationsFor, moveAway, takeCase } from '../../domain/session/session.js';
import type { StoredCase } from '../../persistence/case/approval-case.repository.js';
import { CommitteeSessions } from '../../persistence/session/committee-session.repository.js';
import type { StoredSession } from '../../persistence/session/committee-session.repository.js';
import { Committee } from '../committee/committee.js';

const BY_ITSELF = 'service:approval';
const EMPTY_AGENDA = '议程已无案件';

/** Finds a case its next sitting: the next one called, or a new one within the parameter committee.next-session-within [4.12]. */
@Injectable()
export class Sittings {
  constructor(
    private readonly sessions: CommitteeSessions,
    private readonly committee: Committee,
  ) {}

  /** The case with its new place on record; the caller saves it. It stays where it is when it was moved to a sitting that is still ahead. */
  async toNext(approvalCase: StoredCase, reason: Rescheduling['reason'], tx: Tx): Promise<StoredCase> {
    const [current = null] = await this.sessions.openWith([approvalCase.id], tx);
    if (current?.state === 'called' && approvalCase.reschedulings.at(-1)?.toSessionId === current.id) return approvalCase;
    if (current) await this.leave(current, approvalCase.id, tx);
    const next = await this.next(approvalCase.id, current?.id ?? null, tx);
    const proposed = proposedSubstitutes(approvalCase, await this.committee.roll(tx), this.committee.today());
    return reschedule(approvalCase, { reason, toSessionId: next.id, at: this.committee.now(), dueAt: next.heldAt, proposed });
  }

  private async leave(session: StoredSession, caseId: string, tx: Tx): Promise<void> {
    const left = moveAway(session, caseId);
    const isOver = left.state === 'called' && left.agenda.length === 0;
    await this.sessions.save(isOver ? cancelSession(left, EMPTY_AGENDA) : left, tx);
  }

  private async next(caseId: string, exceptId: string | null, tx: Tx): Promise<StoredSession> {
    const called = await this.sessions.nextCalled(this.committee.now(), exceptId, tx);
    if (called) return this.sessions.save(takeCase(called, caseId), tx);
    const heldAt = await this.committee.after('committee.next-session-within');
    const invited = invitationsFor((await this.committee.roll(tx)).terms, businessDateOf(heldAt));
    return this.sessions.insert(calledSession({ heldAt, agenda: [caseId], invited, openedBy: BY_ITSELF }), tx);
  }
}

/** A sitting that has been called. */
export function calledSession(called: Pick<StoredSession, 'heldAt' | 'agenda' | 'invited' | 'openedBy'>): StoredSession {
  return {
    id: newId('ses'),
    version: 0,
    state: 'called',
    ...called,
    ...{ present: null, moved: [], cancelledReason: null, outcomes: [], closedAt: null, minutesHtml: null },
  };
}
