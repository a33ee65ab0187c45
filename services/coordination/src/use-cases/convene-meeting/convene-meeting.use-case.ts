import { Injectable } from '@nestjs/common';
import { actorRef, DomainError, newId } from '@weilend/kernel';
import type { Actor, Department } from '@weilend/kernel';
import { event, Outbox } from '@weilend/messaging';
import { UnitOfWork } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { EmployeeDirectory } from '@weilend/service';
import { managersOfAll } from '../../domain/board/who-is-told.js';
import type { MajorMatter } from '../../domain/meetings/major-matter.js';
import { checkPlannedSlot, nextMeetingSlot } from '../../domain/meetings/meeting-slot.js';
import type { MeetingSlot } from '../../domain/meetings/meeting-slot.js';
import { calledMeeting } from '../../domain/meetings/called-meeting.js';
import { Meetings } from '../../persistence/meeting.repository.js';
import { CompanyTime } from '../company-time.js';
import { DepartmentManagers } from '../department-managers.js';

export interface ConveneMeetingRequest {
  readonly requestKey?: string | null;
  readonly title: string;
  readonly agenda: readonly string[];
  readonly departments: readonly Department[];
  readonly guestIds?: readonly string[] | null;
  readonly subject?: string | null;
  /** Planned meetings name their time; a disagreement takes the next free slot. */
  readonly startsAt?: Date | null;
  readonly endsAt?: Date | null;
}

/** Calls departments together: at once for a cause, by a manager for a disagreement, or as planned [8.1, 8.3]. */
@Injectable()
export class ConveneMeeting {
  constructor(
    private readonly work: UnitOfWork,
    private readonly meetings: Meetings,
    private readonly outbox: Outbox,
    private readonly time: CompanyTime,
    private readonly managers: DepartmentManagers,
    private readonly directory: EmployeeDirectory,
  ) {}

  execute(actor: Actor, input: ConveneMeetingRequest): Promise<string> {
    return this.work.once({ operation: 'convene-meeting', actor, input }, async (tx) => {
      for (const employeeId of input.guestIds ?? []) await this.checkGuest(employeeId, tx);
      const id = newId('mtg');
      const matter: MajorMatter = {
        cause: input.startsAt ? 'PLANNED' : 'DISAGREEMENT',
        causeKey: id,
        title: input.title,
        agenda: input.agenda,
        departments: input.departments,
        subject: input.subject ?? '',
        handoffId: null,
      };
      return this.convene({ id, matter, guests: input.guestIds ?? [], slot: await this.plannedSlot(input) }, tx);
    });
  }

  /**
   * The meeting of a cause, convened once: a second word of the same cause finds the first meeting. It takes place in the
   * given slot or in the next free one.
   */
  async forCause(matter: MajorMatter, guests: readonly string[], tx: Tx, slot: MeetingSlot | null = null): Promise<string> {
    const known = await this.meetings.byCause(matter.causeKey, tx);
    return known ? known.id : this.convene({ id: newId('mtg'), matter, guests, slot }, tx);
  }

  private async convene(
    plan: { id: string; matter: MajorMatter; guests: readonly string[]; slot: MeetingSlot | null },
    tx: Tx,
  ): Promise<string> {
    const { id, matter } = plan;
    const departments = [...new Set(matter.departments)];
    if (departments.length < 2) throw new DomainError('MEETING_DEPARTMENTS_TOO_FEW', { count: departments.length }, 'departments');
    const now = await this.time.now();
    const slot = plan.slot ?? (await this.freeSlot(departments, now, tx));
    const invited = managersOfAll(departments, await this.managers.of(departments, tx));
    const meeting = await this.meetings.convene(
      {
        ...calledMeeting(matter, { id, now, slot, by: actorRef(tx.actor) }),
        departments,
        participants: [...new Set([...invited, ...plan.guests])],
      },
      tx,
    );
    await this.outbox.add(
      event('coordination.meeting-convened.v1', meeting.id, {
        meetingId: meeting.id,
        cause: meeting.cause,
        departments,
        startsAt: meeting.startsAt.toISOString(),
        handoffId: meeting.handoffId,
        participants: [...meeting.participants],
      }),
      tx,
    );
    return meeting.id;
  }

  private async freeSlot(departments: readonly Department[], now: Date, tx: Tx): Promise<MeetingSlot> {
    return nextMeetingSlot(await this.time.calendar(now), now, await this.meetings.comingOf(departments, now, tx));
  }

  private async plannedSlot({ startsAt, endsAt }: ConveneMeetingRequest): Promise<MeetingSlot | null> {
    if (!startsAt) return null;
    const slot = { startsAt, endsAt: endsAt ?? new Date(startsAt.getTime() + 3_600_000) };
    checkPlannedSlot(await this.time.calendar(startsAt), slot, await this.time.now());
    return slot;
  }

  private async checkGuest(employeeId: string, tx: Tx): Promise<void> {
    const guest = await this.directory.find(employeeId, tx);
    if (!guest?.active) throw new DomainError('MEETING_GUEST_UNKNOWN', { employeeId }, 'guestIds');
  }
}
