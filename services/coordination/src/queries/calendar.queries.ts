import { Injectable } from '@nestjs/common';
import { employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { EmployeeDirectory } from '@weilend/service';
import { calendarText } from '../domain/calendar/icalendar.js';
import { eventOfMeeting } from '../domain/meetings/meeting-event.js';
import { CalendarFeeds } from '../persistence/calendar-feed.repository.js';
import { CalendarAddresses } from './calendar-addresses.js';
import { MeetingQueries } from './meeting.queries.js';

/** Meetings as calendar files, for who may read them. */
@Injectable()
export class CalendarQueries {
  constructor(
    private readonly meetings: MeetingQueries,
    private readonly feeds: CalendarFeeds,
    private readonly addresses: CalendarAddresses,
    private readonly directory: EmployeeDirectory,
  ) {}

  /** One meeting; null when there is none that the actor may read. */
  async ofMeeting(meetingId: string, actor: Actor): Promise<string | null> {
    const [meeting] = await this.meetings.byIds([meetingId], actor);
    if (!meeting) return null;
    return calendarText(meeting.title, meeting.state === 'CANCELLED' ? 'CANCEL' : 'PUBLISH', [eventOfMeeting(meeting)]);
  }

  /** The meetings a person is invited to, the cancelled ones too so that his calendar drops them. */
  async ofPerson(employeeId: string, now: Date): Promise<string> {
    return calendarText('协调会议', 'PUBLISH', (await this.meetings.invitationsOf(employeeId, now)).map(eventOfMeeting));
  }

  /** Address of the actor's own calendar. */
  async addressFor(actor: Actor): Promise<string> {
    const employeeId = employeeIdOf(actor);
    return this.addresses.sign({ employeeId, serial: await this.feeds.serialOf(employeeId) });
  }

  /** Whose calendar a signed address opens; null when it was changed, renewed or its person has left. */
  async personOf(query: Readonly<Record<string, unknown>>): Promise<string | null> {
    const grant = this.addresses.check(query);
    if (!grant || grant.serial !== (await this.feeds.serialOf(grant.employeeId))) return null;
    return (await this.directory.find(grant.employeeId))?.active ? grant.employeeId : null;
  }
}
