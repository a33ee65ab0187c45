import { Injectable } from '@nestjs/common';
import { DomainError } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { event, Outbox } from '@weilend/messaging';
import { UnitOfWork } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { EmployeeDirectory } from '@weilend/service';
import { minutesOwedFrom } from '../../domain/meetings/meeting-duty.js';
import { holdMeeting } from '../../domain/meetings/meeting.js';
import type { Attendance } from '../../domain/meetings/meeting.js';
import { Meetings } from '../../persistence/meeting.repository.js';
import { CompanyTime } from '../company-time.js';
import { MeetingDuties } from '../meeting-duties.js';

export interface RecordAttendanceRequest {
  readonly requestKey?: string | null;
  readonly meetingId: string;
  readonly attendeeIds: readonly string[];
}

/** The meeting took place: who came, and whether enough departments were there; from now on its minutes are owed [8.2, 8.3]. */
@Injectable()
export class RecordAttendance {
  constructor(
    private readonly work: UnitOfWork,
    private readonly meetings: Meetings,
    private readonly directory: EmployeeDirectory,
    private readonly outbox: Outbox,
    private readonly time: CompanyTime,
    private readonly duties: MeetingDuties,
  ) {}

  execute(actor: Actor, input: RecordAttendanceRequest): Promise<string> {
    return this.work.once({ operation: 'record-attendance', actor, input }, async (tx) => {
      const meeting = await this.meetings.get(input.meetingId, tx);
      const attendance: Attendance[] = [];
      for (const employeeId of new Set(input.attendeeIds)) attendance.push(await this.attendee(employeeId, tx));
      const now = await this.time.now();
      const accounted = await this.duties.settle(holdMeeting(meeting, attendance, now), { state: 'COMPLETED', reasons: [] }, tx);
      const held = await this.meetings.save(await this.duties.owe(accounted, minutesOwedFrom(meeting, now), tx), tx);
      await this.outbox.add(
        event('coordination.meeting-held.v1', held.id, { meetingId: held.id, attendees: attendance.map((person) => person.employeeId) }),
        tx,
      );
      return held.id;
    });
  }

  private async attendee(employeeId: string, tx: Tx): Promise<Attendance> {
    const person = await this.directory.find(employeeId, tx);
    if (!person?.active || !person.department) throw new DomainError('MEETING_GUEST_UNKNOWN', { employeeId }, 'attendeeIds');
    return { employeeId, department: person.department };
  }
}
