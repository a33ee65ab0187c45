import { defineService } from '@weilend/service';
import { KeepBoardWhenWorkMoves } from './consumers/keep-board-when-work-moves.consumer.js';
import { KeepStuckDeliveries } from './consumers/keep-stuck-deliveries.consumer.js';
import { LogEveryMessage } from './consumers/log-every-message.consumer.js';
import { MeetWhenFundsMisused } from './consumers/meet-when-funds-misused.consumer.js';
import { PauseWorkWhenRiskWaits } from './consumers/pause-work-when-risk-waits.consumer.js';
import { ResumeWorkWhenRiskGoesOn } from './consumers/resume-work-when-risk-goes-on.consumer.js';
import { MeetWhenAlertEscalated } from './consumers/meet-when-alert-escalated.consumer.js';
import { MeetWhenWatchEscalated } from './consumers/meet-when-watch-escalated.consumer.js';
import { MeetWhenHighAlertRaised } from './consumers/meet-when-high-alert-raised.consumer.js';
import { MeetWhenSevereViolationConfirmed } from './consumers/meet-when-severe-violation-confirmed.consumer.js';
import { coordinationConfig } from './coordination.config.js';
import { coordinationProviders } from './coordination-providers.js';
import { coordinationErrors } from './domain/coordination.errors.js';
import { CalendarResolver } from './graphql/calendar.resolver.js';
import { Calendars } from './graphql/calendars.js';
import { ClockResolver } from './graphql/clock.resolver.js';
import { CollaborationLoader } from './graphql/collaboration.loader.js';
import { CollaborationResolver } from './graphql/collaboration.resolver.js';
import { DashboardResolver } from './graphql/dashboard.resolver.js';
import { EventStream } from './graphql/event-stream.js';
import { EventResolver } from './graphql/event.resolver.js';
import {
  HandoffLevelResolver,
  HandoffParticipantResolver,
  HandoffPauseResolver,
  LoanApplicationWorkResolver,
} from './graphql/handoff-parts.resolver.js';
import { HandoffLoader } from './graphql/handoff.loader.js';
import { HandoffMovesResolver, HandoffResolver } from './graphql/handoff.resolver.js';
import { MeetingCallsResolver } from './graphql/meeting-calls.resolver.js';
import { MeetingRecordsResolver } from './graphql/meeting-records.resolver.js';
import { MeetingSeriesLoader } from './graphql/meeting-series.loader.js';
import { MeetingSeriesResolver } from './graphql/meeting-series.resolver.js';
import { MeetingLoader } from './graphql/meeting.loader.js';
import { MeetingAttendeeResolver, MeetingMinutesResolver, MeetingResolutionResolver, MeetingResolver } from './graphql/meeting.resolver.js';
import { StuckDeliveryLoader } from './graphql/stuck-delivery.loader.js';
import { StuckDeliveryResolver } from './graphql/stuck-delivery.resolver.js';
import { AlarmWorker } from './jobs/alarm-worker.processor.js';
import { ClockDriver } from './jobs/clock-driver.processor.js';
import { EventLogWriter } from './jobs/event-log-writer.processor.js';
import { LadderSweeper } from './jobs/ladder-sweeper.processor.js';
import { MeetingKeeper } from './jobs/meeting-keeper.processor.js';
import { calendarFeedCollection } from './persistence/calendar-feed.schema.js';
import { clockAdvanceCollection } from './persistence/clock-advance.schema.js';
import { collaborationCollection } from './persistence/collaboration.schema.js';
import { dashboardCollection } from './persistence/dashboard.schema.js';
import { eventLogCollections } from './persistence/event-log.schema.js';
import { handoffCollection } from './persistence/handoff.schema.js';
import { meetingSeriesCollection } from './persistence/meeting-series.schema.js';
import { meetingCollection } from './persistence/meeting.schema.js';
import { stuckDeliveryCollection } from './persistence/stuck-delivery.schema.js';

export const coordinationService = defineService({
  department: 'coordination',
  config: coordinationConfig,
  errors: coordinationErrors,
  collections: [
    handoffCollection,
    meetingCollection,
    meetingSeriesCollection,
    calendarFeedCollection,
    collaborationCollection,
    clockAdvanceCollection,
    dashboardCollection,
    stuckDeliveryCollection,
    ...eventLogCollections,
  ],
  migrations: [],
  providers: coordinationProviders,
  resolvers: [
    HandoffResolver,
    HandoffMovesResolver,
    HandoffLevelResolver,
    HandoffPauseResolver,
    HandoffParticipantResolver,
    LoanApplicationWorkResolver,
    MeetingResolver,
    MeetingCallsResolver,
    MeetingRecordsResolver,
    MeetingAttendeeResolver,
    MeetingMinutesResolver,
    MeetingResolutionResolver,
    MeetingSeriesResolver,
    CalendarResolver,
    CollaborationResolver,
    EventResolver,
    ClockResolver,
    DashboardResolver,
    StuckDeliveryResolver,
  ],
  loaders: [HandoffLoader, MeetingLoader, MeetingSeriesLoader, CollaborationLoader, StuckDeliveryLoader],
  consumers: [
    LogEveryMessage,
    KeepBoardWhenWorkMoves,
    KeepStuckDeliveries,
    MeetWhenHighAlertRaised,
    MeetWhenAlertEscalated,
    MeetWhenWatchEscalated,
    MeetWhenFundsMisused,
    MeetWhenSevereViolationConfirmed,
    PauseWorkWhenRiskWaits,
    ResumeWorkWhenRiskGoesOn,
  ],
  jobs: [AlarmWorker, LadderSweeper, MeetingKeeper, EventLogWriter, ClockDriver],
  controllers: [EventStream, Calendars],
});

export default coordinationService;
