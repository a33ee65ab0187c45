import { Injectable } from '@nestjs/common';
import { employeeIdOf, newId } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { takeAttendance } from '../../domain/session/attendance.js';
import type { AttendanceWish } from '../../domain/session/attendance.js';
import { addedNomination, isNominated, settleNomination } from '../../domain/session/nomination.js';
import type { AttendanceLine, TrainingSession } from '../../domain/session/training-session.js';
import { Team } from '../team.js';
import { SessionDesk } from './session-desk.js';

export interface RecordTrainingAttendanceRequest {
  readonly requestKey?: string | null;
  readonly sessionId: string;
  readonly attendeeIds: readonly string[];
  /** Why people were let in who were not nominated; one for all that have none of their own. */
  readonly addedReason?: string | null;
  /** What is to be said of single people: why he was added, what came of a practice. */
  readonly details?: readonly AttendanceWish[] | null;
}

/** Writes down who was there: nominated, or added with a reason; only people of the company count [6.3-6.6]. */
@Injectable()
export class RecordTrainingAttendance {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: SessionDesk,
    private readonly team: Team,
  ) {}

  execute(actor: Actor, input: RecordTrainingAttendanceRequest): Promise<string> {
    return this.work.once({ operation: 'record-training-attendance', actor, input }, async (tx) => {
      const planned = await this.desk.sessions.get(input.sessionId, tx);
      const standing = await this.desk.nominations.standing(planned.id, tx);
      for (const employeeId of input.attendeeIds) await this.team.requireActive(employeeId, 'attendeeIds', tx);
      const nominatedIds = new Set(standing.filter(isNominated).map((nomination) => nomination.employeeId));
      const session = takeAttendance(planned, wishesOf(input), { today: this.desk.today(), nominatedIds });
      const by = { by: employeeIdOf(actor), at: this.desk.now() };
      const { attendeeIds } = session;
      for (const nomination of standing) {
        const settled = settleNomination(nomination, attendeeIds.includes(nomination.employeeId), by);
        await this.desk.settleRequests(session, await this.desk.nominations.save(settled, tx), tx);
      }
      const added = session.attendance.filter(({ employeeId }) => !standing.some((one) => one.employeeId === employeeId));
      const lastPlace = await this.enterAdded(session, added, tx);
      return (await this.desk.sessions.save({ ...session, lastPlace }, tx)).id;
    });
  }

  /** Whoever came without a nomination has the training in his list, and hr what it asked for. */
  private async enterAdded(session: TrainingSession, added: readonly AttendanceLine[], tx: Tx): Promise<number> {
    const by = { by: employeeIdOf(tx.actor), at: this.desk.now() };
    let place = session.lastPlace;
    for (const line of added) {
      const nomination = addedNomination(session, { ...by, id: newId('nom'), line, place: ++place });
      await this.desk.nominations.insert(nomination, tx);
      await this.desk.settleRequests(session, nomination, tx);
    }
    return place;
  }
}

function wishesOf({ attendeeIds, addedReason, details }: RecordTrainingAttendanceRequest): AttendanceWish[] {
  return attendeeIds.map((employeeId) => {
    const detail = details?.find((one) => one.employeeId === employeeId);
    return { employeeId, addedReason: detail?.addedReason ?? addedReason, result: detail?.result, note: detail?.note };
  });
}
