import { Injectable } from '@nestjs/common';
import type { Tx } from '@weilend/mongo';
import { expected, invitationsFor, invitedNow, openSession, quorateInRoom } from '../../domain/session/session.js';
import { ApprovalCases } from '../../persistence/case/approval-case.repository.js';
import type { StoredSession } from '../../persistence/session/committee-session.repository.js';
import { Committee } from '../committee/committee.js';
import { Sittings } from './sittings.js';

/** Opens a sitting with who is there; cases without a quorum in the room go to the next one [4.12, gate G4]. */
@Injectable()
export class Openings {
  constructor(
    private readonly cases: ApprovalCases,
    private readonly committee: Committee,
    private readonly sittings: Sittings,
  ) {}

  /** The sitting as it opened; the caller keeps it. `came` is everybody invited who is not away when left out. */
  async open(session: StoredSession, came: readonly string[] | null, tx: Tx): Promise<{ opened: StoredSession; moved: readonly string[] }> {
    const { absences, terms } = await this.committee.roll(tx);
    const today = this.committee.today();
    const invited = invitedNow(session.invited, invitationsFor(terms, today));
    const away = absences.filter((one) => one.fromOn <= today && today <= one.toOn).map((one) => one.employeeId);
    const present = [...new Set(came ?? expected(invited, away))];
    const quorate: string[] = [];
    const others: string[] = [];
    for (const stored of await this.cases.byIds(session.agenda, tx)) {
      const { electorate } = await this.committee.lookIfAny(stored, tx);
      if (stored.state === 'open' && !quorateInRoom(electorate, present)) others.push(stored.id);
      else quorate.push(stored.id);
    }
    return { opened: openSession({ ...session, invited }, present, quorate), moved: others };
  }

  /** After the sitting is saved, so that the moved cases find another one. */
  async move(caseIds: readonly string[], tx: Tx): Promise<void> {
    for (const approvalCase of await this.cases.byIds(caseIds, tx))
      await this.cases.save(await this.sittings.toNext(approvalCase, 'ABSENT_AT_OPENING', tx), tx);
  }
}
