import type { Provider } from '@nestjs/common';
import { ApplicationHandoffs } from './graphql/handoff.loader.js';
import { ApplicationMeetings } from './graphql/meeting.loader.js';
import { LadderAlarms } from './jobs/ladder-alarm.processor.js';
import { ClockAdvances } from './persistence/clock-advance.repository.js';
import { CalendarFeeds } from './persistence/calendar-feed.repository.js';
import { Collaborations } from './persistence/collaboration.repository.js';
import { DashboardFacts } from './persistence/dashboard.repository.js';
import { EventLog } from './persistence/event-log.repository.js';
import { BoardHandoffs } from './persistence/handoff.repository.js';
import { MeetingSeriesRows } from './persistence/meeting-series.repository.js';
import { Meetings } from './persistence/meeting.repository.js';
import { StuckDeliveryRows } from './persistence/stuck-delivery.repository.js';
import { CalendarAddresses } from './queries/calendar-addresses.js';
import { CalendarQueries } from './queries/calendar.queries.js';
import { ClockQueries } from './queries/clock.queries.js';
import { CollaborationQueries } from './queries/collaboration.queries.js';
import { DashboardQueries } from './queries/dashboard.queries.js';
import { EventQueries } from './queries/event.queries.js';
import { HandoffQueries } from './queries/handoff.queries.js';
import { MeetingSeriesQueries } from './queries/meeting-series.queries.js';
import { MeetingQueries } from './queries/meeting.queries.js';
import { StuckDeliveryQueries } from './queries/stuck-delivery.queries.js';
import { AcceptHandoff } from './use-cases/accept-handoff/accept-handoff.use-case.js';
import { AdvanceClock } from './use-cases/advance-clock/advance-clock.use-case.js';
import { AnswerCollaboration } from './use-cases/answer-collaboration/answer-collaboration.use-case.js';
import { AssignHandoff } from './use-cases/assign-handoff/assign-handoff.use-case.js';
import { BoardWork } from './use-cases/board-work.js';
import { CallMajorMatter } from './use-cases/call-major-matter/call-major-matter.use-case.js';
import { CancelMeeting } from './use-cases/cancel-meeting/cancel-meeting.use-case.js';
import { ClockWake } from './use-cases/clock-wake.js';
import { CloseMeeting } from './use-cases/close-meeting/close-meeting.use-case.js';
import { CompanyTime } from './use-cases/company-time.js';
import { ConveneMeeting } from './use-cases/convene-meeting/convene-meeting.use-case.js';
import { ConveneSeries } from './use-cases/convene-series/convene-series.use-case.js';
import { DepartmentManagers } from './use-cases/department-managers.js';
import { DiscardDelivery } from './use-cases/discard-delivery/discard-delivery.use-case.js';
import { KeepStuckDelivery } from './use-cases/keep-stuck-delivery/keep-stuck-delivery.use-case.js';
import { DueMatters } from './use-cases/due-matters.js';
import { EndMeetingSeries } from './use-cases/end-meeting-series/end-meeting-series.use-case.js';
import { FireDueLevels } from './use-cases/fire-due-levels/fire-due-levels.use-case.js';
import { FollowUpMeetings } from './use-cases/follow-up-meetings/follow-up-meetings.use-case.js';
import { LadderAlarm } from './use-cases/ladder-alarm.port.js';
import { LogMessage } from './use-cases/log-message/log-message.use-case.js';
import { MeetingDuties } from './use-cases/meeting-duties.js';
import { FollowWaitingWork } from './use-cases/pause-handoff/follow-waiting-work.use-case.js';
import { PauseHandoff } from './use-cases/pause-handoff/pause-handoff.use-case.js';
import { PlaceEvents } from './use-cases/place-events/place-events.use-case.js';
import { RaiseDisagreement } from './use-cases/raise-disagreement/raise-disagreement.use-case.js';
import { RecordAttendance } from './use-cases/record-attendance/record-attendance.use-case.js';
import { RecordMinutes } from './use-cases/record-minutes/record-minutes.use-case.js';
import { RenewCalendar } from './use-cases/renew-calendar/renew-calendar.use-case.js';
import { RequestCollaboration } from './use-cases/request-collaboration/request-collaboration.use-case.js';
import { ResumeHandoff } from './use-cases/resume-handoff/resume-handoff.use-case.js';
import { RetryDelivery } from './use-cases/retry-delivery/retry-delivery.use-case.js';
import { SettleResolution } from './use-cases/settle-resolution/settle-resolution.use-case.js';
import { StartMeetingSeries } from './use-cases/start-meeting-series/start-meeting-series.use-case.js';
import { FollowClock } from './use-cases/take-clock-step/follow-clock.js';
import { TakeClockStep } from './use-cases/take-clock-step/take-clock-step.use-case.js';
import { TrackHandoff } from './use-cases/track-handoff/track-handoff.use-case.js';

/** Repositories, queries and use cases of coordination. */
export const coordinationProviders: readonly Provider[] = [
  ...[BoardHandoffs, Meetings, Collaborations, ClockAdvances, EventLog, DashboardFacts],
  ...[
    HandoffQueries,
    MeetingQueries,
    CollaborationQueries,
    EventQueries,
    ClockQueries,
    DashboardQueries,
    ApplicationHandoffs,
    ApplicationMeetings,
  ],
  ...[CompanyTime, DepartmentManagers, BoardWork, ClockWake, FollowClock, LadderAlarms],
  { provide: LadderAlarm, useExisting: LadderAlarms },
  ...[TrackHandoff, FireDueLevels, CallMajorMatter, LogMessage, PlaceEvents],
  ...[AcceptHandoff, AssignHandoff, PauseHandoff, ResumeHandoff, FollowWaitingWork],
  ...[ConveneMeeting, CancelMeeting, RecordAttendance, RecordMinutes, SettleResolution, CloseMeeting],
  ...[MeetingSeriesRows, MeetingDuties, FollowUpMeetings, ConveneSeries, StartMeetingSeries, EndMeetingSeries, DueMatters],
  ...[MeetingSeriesQueries, RaiseDisagreement, CalendarFeeds, CalendarAddresses, CalendarQueries, RenewCalendar],
  ...[RequestCollaboration, AnswerCollaboration],
  ...[AdvanceClock, TakeClockStep],
  ...[StuckDeliveryRows, StuckDeliveryQueries, KeepStuckDelivery, RetryDelivery, DiscardDelivery],
];
