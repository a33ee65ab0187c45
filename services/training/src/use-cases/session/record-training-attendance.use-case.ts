import { Injectable } from '@nestjs/common';
import { employeeIdOf, newId } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { takeAttendance } from '../../domain/session/attendance.js';
import type { AttendanceOf, AttendanceWish } from '../../domain/session/attendance.js';
import { addedNomination, isNominated, settleNomination } from '../../domain/session/nomination.js';
import type { Nomination } from '../../domain/session/nomination.js';
import type { AttendanceLine, TrainingSession } from '../../domain/session/training-session.js';
import { Enrolments } from '../../persistence/course/training-course.repository.js';
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
    private readonly enrolments: Enrolments,
  ) {}

  execute(actor: Actor, input: RecordTrainingAttendanceRequest): Promise<string> {
    return this.work.once({ operation: 'record-training-attendance', actor, input }, async (tx) => {
      const planned = await this.desk.sessions.get(input.sessionId, tx);
      const standing = await this.desk.nominations.standing(planned.id, tx);
      for (const employeeId of input.attendeeIds) await this.team.requireActive(employeeId, 'attendeeIds', tx);
      const session = takeAttendance(planned, wishesOf(input), await this.knownOf(planned, standing, input.attendeeIds, tx));
      const by = { by: employeeIdOf(actor), at: this.desk.now() };
      for (const nomination of standing) {
        const line = session.attendance.find(({ employeeId }) => employeeId === nomination.employeeId);
        const settled = settleNomination(nomination, line, by);
        await this.desk.requests.follow(session, await this.desk.nominations.save(settled, tx), tx);
      }
      const added = session.attendance.filter(({ employeeId }) => !standing.some((one) => one.employeeId === employeeId));
      const lastPlace = await this.enterAdded(session, added, tx);
      return (await this.desk.sessions.save({ ...session, lastPlace }, tx)).id;
    });
  }

  private async knownOf(
    { id, courseId }: TrainingSession,
    standing: readonly Nomination[],
    attendeeIds: readonly string[],
    tx: Tx,
  ): Promise<AttendanceOf> {
    const nominatedIds = new Set(standing.filter(isNominated).map(({ employeeId }) => employeeId));
    const standingIds = new Set(standing.map(({ employeeId }) => employeeId));
    const declined = await this.desk.nominations.declined(id, tx);
    const declinedIds = new Set(declined.map(({ employeeId }) => employeeId).filter((employeeId) => !standingIds.has(employeeId)));
    const completedIds = courseId === null ? null : new Set(await this.enrolments.completedBy(courseId, attendeeIds, tx));
    return { today: this.desk.today(), nominatedIds, declinedIds, completedIds };
  }

  /** Whoever came without a nomination has the training in his list, and hr what it asked for. */
  private async enterAdded(session: TrainingSession, added: readonly AttendanceLine[], tx: Tx): Promise<number> {
    const by = { by: employeeIdOf(tx.actor), at: this.desk.now() };
    let place = session.lastPlace;
    for (const line of added) {
      const nomination = addedNomination(session, { ...by, id: newId('nom'), line, place: ++place });
      await this.desk.nominations.insert(nomination, tx);
      await this.desk.requests.follow(session, nomination, tx);
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
