import { Injectable } from '@nestjs/common';
import type { Actor, Department } from '@weilend/kernel';
import { Database, pageOf } from '@weilend/mongo';
import type { Page, PageRequest, Stored } from '@weilend/mongo';
import type { BoardReader } from '../domain/board/board-scope.js';
import type { MeetingState } from '../domain/meetings/meeting.machine.js';
import type { Meeting } from '../domain/meetings/meeting.js';
import { meetingCollection } from '../persistence/meeting.schema.js';
import { readerOf } from './reader.js';

export interface MeetingFilter extends PageRequest {
  readonly state?: MeetingState | null;
  readonly department?: Department | null;
  readonly handoffId?: string | null;
  readonly subject?: string | null;
  /** Over for longer than the parameter deadline.record-attendance allows, and nobody recorded that it took place. */
  readonly missed?: boolean | null;
  /** Held, and without minutes for longer than the parameter deadline.record-minutes allows. */
  readonly unminuted?: boolean | null;
}

const CALENDAR_PAST_MS = 92 * 86_400_000;
const CALENDAR_MEETINGS = 500;

/** The read side of meetings: those of one's own department, those one is invited to, all for who oversees the company. */
@Injectable()
export class MeetingQueries {
  constructor(private readonly database: Database) {}

  async byIds(ids: readonly string[], actor: Actor): Promise<Meeting[]> {
    return this.find({ $and: [{ _id: { $in: [...ids] } }, scope(readerOf(actor))] });
  }

  list({ first, after, ...filter }: MeetingFilter, actor: Actor, now: Date): Promise<Page<Meeting>> {
    return pageOf(this.model(), { first, after }, { filter: { $and: [scope(readerOf(actor)), wanted(filter, now)] }, map: toMeeting });
  }

  async bySubjects(subjects: readonly string[], actor: Actor): Promise<(readonly [string, Meeting])[]> {
    const rows = await this.find({ $and: [{ subject: { $in: [...subjects] } }, scope(readerOf(actor))] });
    return rows.map((meeting) => [meeting.subject ?? '', meeting] as const);
  }

  async byHandoffs(handoffIds: readonly string[], actor: Actor): Promise<(readonly [string, Meeting])[]> {
    const rows = await this.find({ $and: [{ handoffId: { $in: [...handoffIds] } }, scope(readerOf(actor))] });
    return rows.map((meeting) => [meeting.handoffId ?? '', meeting] as const);
  }

  /** What a person is invited to: from a quarter ago on, at most 500, the latest first. */
  async invitationsOf(employeeId: string, now: Date): Promise<Meeting[]> {
    const since = new Date(now.getTime() - CALENDAR_PAST_MS);
    const rows = await this.model()
      .find({ participants: employeeId, startsAt: { $gte: since } } as never)
      .sort({ startsAt: -1 })
      .limit(CALENDAR_MEETINGS)
      .lean<Stored[]>()
      .exec();
    return rows.map(toMeeting);
  }

  private async find(filter: Record<string, unknown>): Promise<Meeting[]> {
    const rows = await this.model()
      .find(filter as never)
      .sort({ _id: 1 })
      .lean<Stored[]>()
      .exec();
    return rows.map(toMeeting);
  }

  private model() {
    return this.database.model(meetingCollection);
  }
}

function scope(reader: BoardReader): Record<string, unknown> {
  if (reader.seesAll) return {};
  const department = reader.department && !reader.ownOnly ? [{ departments: reader.department }] : [];
  return { $or: [{ participants: reader.employeeId }, { 'attendance.employeeId': reader.employeeId }, ...department] };
}

function wanted({ state, department, handoffId, subject, missed, unminuted }: MeetingFilter, now: Date): Record<string, unknown> {
  return {
    ...(department ? { departments: department } : {}),
    ...(handoffId ? { handoffId } : {}),
    ...(subject ? { subject } : {}),
    $and: [state ? { state } : {}, lateRecord('CONVENED', missed, now), lateRecord('HELD', unminuted, now)],
  };
}

/** Meetings in a state whose record is past its moment, or those that are not. */
function lateRecord(state: MeetingState, late: boolean | null | undefined, now: Date): Record<string, unknown> {
  if (late === null || late === undefined) return {};
  const filter = { state, 'duty.dueAt': { $lt: now } };
  return late ? filter : { $nor: [filter] };
}

function toMeeting({ _id, ...rest }: Stored): Meeting {
  return { id: _id, ...rest } as unknown as Meeting;
}
