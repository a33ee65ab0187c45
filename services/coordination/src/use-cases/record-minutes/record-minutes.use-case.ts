import { Injectable } from '@nestjs/common';
import { businessDateOf, DomainError, instantOf, newId, workingMsBetween } from '@weilend/kernel';
import type { Actor, Department, LocalDate } from '@weilend/kernel';
import { employeeIdOf } from '@weilend/kernel';
import { event, Outbox } from '@weilend/messaging';
import { UnitOfWork } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { EmployeeDirectory } from '@weilend/service';
import { minuteMeeting } from '../../domain/meetings/meeting.js';
import type { Meeting, Minutes, Resolution } from '../../domain/meetings/meeting.js';
import { Meetings } from '../../persistence/meeting.repository.js';
import { BoardWork } from '../board-work.js';
import { CompanyTime } from '../company-time.js';

export interface ResolutionRequest {
  readonly text: string;
  readonly department: Department;
  readonly ownerId?: string | null;
  readonly dueOn: LocalDate;
}

export interface RecordMinutesRequest extends Minutes {
  readonly requestKey?: string | null;
  readonly meetingId: string;
  readonly resolutions: readonly ResolutionRequest[];
}

const MINUTE_MS = 60_000;

/** Minutes with their four sections; each resolution goes on the board with its deadline and climbs the ladder when late [8.2, 8.3]. */
@Injectable()
export class RecordMinutes {
  constructor(
    private readonly work: UnitOfWork,
    private readonly meetings: Meetings,
    private readonly directory: EmployeeDirectory,
    private readonly boardWork: BoardWork,
    private readonly time: CompanyTime,
    private readonly outbox: Outbox,
  ) {}

  execute(actor: Actor, input: RecordMinutesRequest): Promise<string> {
    return this.work.once({ operation: 'record-minutes', actor, input }, async (tx) => {
      const meeting = await this.meetings.get(input.meetingId, tx);
      const now = await this.time.now();
      const resolutions: Resolution[] = [];
      for (const request of input.resolutions) resolutions.push(await this.resolution(request, tx));
      const { businessProgress, riskSituation, financialArrangement, legalCompliance } = input;
      const minutes = {
        businessProgress,
        riskSituation,
        financialArrangement,
        legalCompliance,
        recordedBy: employeeIdOf(actor),
        recordedAt: now,
      };
      const minuted = await this.meetings.save(minuteMeeting(meeting, minutes, resolutions, businessDateOf(now)), tx);
      if (meeting.duty) await this.boardWork.close(meeting.duty.handoffId, { state: 'COMPLETED', reasons: [] }, tx);
      for (const resolution of resolutions) await this.openWork(minuted, resolution, now, tx);
      await this.outbox.add(
        event('coordination.meeting-minuted.v1', minuted.id, { meetingId: minuted.id, resolutionIds: resolutions.map(({ id }) => id) }),
        tx,
      );
      return minuted.id;
    });
  }

  private async resolution({ text, department, ownerId, dueOn }: ResolutionRequest, tx: Tx): Promise<Resolution> {
    const owner = ownerId ? await this.directory.find(ownerId, tx) : null;
    if (ownerId && (!owner?.active || owner.department !== department)) {
      throw new DomainError('ASSIGNEE_NOT_OF_DEPARTMENT', { employeeId: ownerId, department }, 'resolutions');
    }
    return { id: newId('rsl'), text, department, ownerId: ownerId ?? null, dueOn, state: 'OPEN', handoffId: newId('hof'), outcome: null };
  }

  /** Due at the end of its day; what is due today after hours still gets a minute. */
  private async openWork(meeting: Meeting, resolution: Resolution, openedAt: Date, tx: Tx): Promise<void> {
    const calendar = await this.time.calendar(openedAt);
    const deadlineMs = Math.max(MINUTE_MS, workingMsBetween(calendar, openedAt, instantOf(resolution.dueOn, '23:59')));
    await this.boardWork.open(
      {
        id: resolution.handoffId,
        kind: 'RESOLUTION',
        type: 'carry-out-resolution',
        from: 'coordination',
        to: resolution.department,
        subject: meeting.subject ?? meeting.id,
        ownerId: resolution.ownerId,
        openedAt,
        given: { deadlineMs, calendar, rates: await this.time.rates(openedAt) },
      },
      tx,
    );
  }
}
