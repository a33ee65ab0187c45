import { Injectable } from '@nestjs/common';
import { holds } from '@weilend/contracts';
import type { Department } from '@weilend/kernel';
import { newId } from '@weilend/kernel';
import type { Tx } from '@weilend/mongo';
import { EmployeeDirectory } from '@weilend/service';
import type { ClosingState } from '../domain/board/handoff.js';
import { dutyOf } from '../domain/meetings/meeting-duty.js';
import type { Meeting } from '../domain/meetings/meeting.js';
import { BoardWork } from './board-work.js';
import { CompanyTime } from './company-time.js';

/** What meetings owe, put on the board and taken off it. The caller saves the meeting that comes back. */
@Injectable()
export class MeetingDuties {
  constructor(
    private readonly boardWork: BoardWork,
    private readonly time: CompanyTime,
    private readonly directory: EmployeeDirectory,
  ) {}

  /** Opens the work of the record that is owed next: the convener's, or the coordinator's when no person convened. */
  async owe(meeting: Meeting, openedAt: Date, tx: Tx): Promise<Meeting> {
    const type = dutyOf(meeting.state);
    if (!type) return meeting;
    const given = await this.time.givenBy(`deadline.${type}`, openedAt);
    const { ownerId, to } = await this.owner(meeting, tx);
    const participants = meeting.participants.map((employeeId) => ({ role: 'INVITED', employeeId }));
    const about = { kind: 'MEETING' as const, type, from: 'coordination' as const, to, subject: meeting.id, ownerId, participants };
    const row = await this.boardWork.open({ id: newId('hof'), ...about, openedAt, given }, tx);
    return { ...meeting, duty: { handoffId: row.id, dueAt: row.dueAt ?? openedAt } };
  }

  /** Closes the work that waits for a record, when there is any. */
  async settle(meeting: Meeting, closing: { state: ClosingState; reasons: readonly string[] }, tx: Tx): Promise<Meeting> {
    if (!meeting.duty) return meeting;
    await this.boardWork.close(meeting.duty.handoffId, closing, tx);
    return { ...meeting, duty: null };
  }

  private async owner(meeting: Meeting, tx: Tx): Promise<{ ownerId: string | null; to: Department }> {
    const [kind, employeeId = ''] = meeting.convenedBy.split(':');
    const convener = kind === 'employee' ? await this.directory.find(employeeId, tx) : null;
    if (!convener?.active || !convener.department || !holds(convener.roles, 'coordination.record-minutes'))
      return { ownerId: null, to: 'coordination' };
    return { ownerId: employeeId, to: convener.department };
  }
}
