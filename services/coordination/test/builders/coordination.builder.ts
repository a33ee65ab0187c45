// Coordination by hand on a real database: its use cases, its inbox, and a business clock that the test moves.
import { handoffTypes } from '@weilend/contracts';
import type { Envelope, HandoffData, Role } from '@weilend/contracts';
import { newId } from '@weilend/kernel';
import type { Department, EmployeeActor } from '@weilend/kernel';
import type { AnyConsumer, Inbox } from '@weilend/messaging';
import { platformConsumers } from '@weilend/service';
import { inboxOf, MessageSource, person, seedPeople, sentMessages, testPlatform } from '@weilend/testing';
import type { PlatformUnderTest } from '@weilend/testing';
import { KeepBoardWhenWorkMoves } from '../../src/consumers/keep-board-when-work-moves.consumer.js';
import { KeepStuckDeliveries } from '../../src/consumers/keep-stuck-deliveries.consumer.js';
import { LogEveryMessage } from '../../src/consumers/log-every-message.consumer.js';
import { MeetWhenFundsMisused } from '../../src/consumers/meet-when-funds-misused.consumer.js';
import { MeetWhenAlertEscalated } from '../../src/consumers/meet-when-alert-escalated.consumer.js';
import { MeetWhenWatchEscalated } from '../../src/consumers/meet-when-watch-escalated.consumer.js';
import { MeetWhenHighAlertRaised } from '../../src/consumers/meet-when-high-alert-raised.consumer.js';
import { MeetWhenSevereViolationConfirmed } from '../../src/consumers/meet-when-severe-violation-confirmed.consumer.js';
import { PauseWorkWhenRiskWaits } from '../../src/consumers/pause-work-when-risk-waits.consumer.js';
import { ResumeWorkWhenRiskGoesOn } from '../../src/consumers/resume-work-when-risk-goes-on.consumer.js';
import { coordinationService } from '../../src/coordination.module.js';
import type { Handoff } from '../../src/domain/board/handoff.js';
import type { Meeting } from '../../src/domain/meetings/meeting.js';
import { DashboardFacts } from '../../src/persistence/dashboard.repository.js';
import { EventLog } from '../../src/persistence/event-log.repository.js';
import { BoardHandoffs } from '../../src/persistence/handoff.repository.js';
import { MeetingSeriesRows } from '../../src/persistence/meeting-series.repository.js';
import { Meetings } from '../../src/persistence/meeting.repository.js';
import { StuckDeliveryRows } from '../../src/persistence/stuck-delivery.repository.js';
import { BoardWork } from '../../src/use-cases/board-work.js';
import { CallMajorMatter } from '../../src/use-cases/call-major-matter/call-major-matter.use-case.js';
import { CancelMeeting } from '../../src/use-cases/cancel-meeting/cancel-meeting.use-case.js';
import { CompanyTime } from '../../src/use-cases/company-time.js';
import { ConveneMeeting } from '../../src/use-cases/convene-meeting/convene-meeting.use-case.js';
import { ConveneSeries } from '../../src/use-cases/convene-series/convene-series.use-case.js';
import { DepartmentManagers } from '../../src/use-cases/department-managers.js';
import { DueMatters } from '../../src/use-cases/due-matters.js';
import { FollowWaitingWork } from '../../src/use-cases/pause-handoff/follow-waiting-work.use-case.js';
import { FireDueLevels } from '../../src/use-cases/fire-due-levels/fire-due-levels.use-case.js';
import { KeepStuckDelivery } from '../../src/use-cases/keep-stuck-delivery/keep-stuck-delivery.use-case.js';
import { FollowUpMeetings } from '../../src/use-cases/follow-up-meetings/follow-up-meetings.use-case.js';
import { LadderAlarm } from '../../src/use-cases/ladder-alarm.port.js';
import { LogMessage } from '../../src/use-cases/log-message/log-message.use-case.js';
import { MeetingDuties } from '../../src/use-cases/meeting-duties.js';
import { TrackHandoff } from '../../src/use-cases/track-handoff/track-handoff.use-case.js';

export class RecordedAlarms extends LadderAlarm {
  readonly pending: { handoffId: string; at: Date }[] = [];

  set(handoffId: string, at: Date): void {
    this.pending.push({ handoffId, at });
  }
}

export interface CoordinationUnderTest {
  readonly platform: PlatformUnderTest;
  readonly board: BoardHandoffs;
  readonly meetings: Meetings;
  readonly time: CompanyTime;
  readonly fire: FireDueLevels;
  readonly convene: ConveneMeeting;
  readonly cancel: CancelMeeting;
  readonly series: MeetingSeriesRows;
  readonly duties: MeetingDuties;
  readonly followUp: FollowUpMeetings;
  readonly conveneSeries: ConveneSeries;
  readonly due: DueMatters;
  readonly boardWork: BoardWork;
  readonly alarms: RecordedAlarms;
  readonly eventLog: EventLog;
  readonly source: MessageSource;
  readonly inbox: Inbox;
  readonly staff: Readonly<Record<StaffRole, EmployeeActor>>;
  /** Moves the business clock to an instant. */
  moveTo(instant: Date): Promise<void>;
  row(handoffId: string): Promise<Handoff>;
  meetingRows(): Promise<Meeting[]>;
  /** Messages of one type that coordination has sent. */
  sent(type: string): Promise<Envelope[]>;
  stop(): Promise<void>;
}

const STAFF = {
  'sales-manager': 'sales',
  'risk-manager': 'risk',
  'committee-chair': 'approval',
  'finance-manager': 'finance',
  'hr-manager': 'hr',
  'compliance-officer': 'compliance',
  coordinator: 'coordination',
  salesperson: 'sales',
  investigator: 'risk',
  'committee-member': 'approval',
} as const satisfies Partial<Record<Role, Department>>;
type StaffRole = keyof typeof STAFF;

/** A coordination service without Redis; everybody of the staff is in the directory. */
export async function coordinationUnderTest(): Promise<CoordinationUnderTest> {
  const { errors, collections } = coordinationService;
  const platform = await testPlatform('coordination', { errors, collections });
  const staff = Object.fromEntries(Object.entries(STAFF).map(([role, department]) => [role, person(department, role as Role)])) as Record<
    StaffRole,
    EmployeeActor
  >;
  await seedPeople(platform, Object.values(staff));
  const parts = useCases(platform);
  const consumers = consumersOf(platform, parts);
  return {
    platform,
    ...parts,
    source: new MessageSource(),
    inbox: inboxOf(platform, consumers),
    staff,
    moveTo: async (instant) => {
      const offsetMs = instant.getTime() - (await platform.database.now()).getTime();
      const step = (await platform.clock.position()).step + 1;
      await platform.work.run({ actor: { kind: 'service', service: 'coordination' }, operation: 'move-clock' }, (tx) =>
        platform.clock.move({ offsetMs, step }, tx),
      );
    },
    row: (handoffId) => read(platform, async (tx) => parts.board.get(handoffId, tx)),
    meetingRows: async () => {
      const rows = await platform.database.collection('meetings').find().sort({ _id: 1 }).toArray();
      return rows.map(({ _id, ...rest }) => ({ id: _id, ...rest }) as unknown as Meeting);
    },
    sent: async (type) => (await sentMessages(platform)).filter((envelope) => envelope.type === type),
    stop: () => platform.stop(),
  };
}

function useCases(platform: PlatformUnderTest) {
  const { database, work, outbox, clock, parameters, directory } = platform;
  const board = new BoardHandoffs(database);
  const meetings = new Meetings(database);
  const time = new CompanyTime(database, clock, parameters);
  const managers = new DepartmentManagers(directory);
  const convene = new ConveneMeeting(work, meetings, outbox, time, managers, directory);
  const alarms = new RecordedAlarms();
  const boardWork = new BoardWork(board, outbox, time, alarms);
  const duties = new MeetingDuties(boardWork, time, directory);
  const fire = new FireDueLevels(work, board, outbox, time, managers, convene);
  const followUp = new FollowUpMeetings(work, meetings, duties, time);
  const series = new MeetingSeriesRows(database);
  const conveneSeries = new ConveneSeries(work, series, convene, time);
  return {
    board,
    meetings,
    time,
    convene,
    series,
    duties,
    followUp,
    conveneSeries,
    cancel: new CancelMeeting(work, meetings, outbox, duties),
    alarms,
    eventLog: new EventLog(database),
    boardWork,
    fire,
    due: new DueMatters(board, meetings, fire, followUp, conveneSeries),
  };
}

function consumersOf(platform: PlatformUnderTest, parts: ReturnType<typeof useCases>): AnyConsumer[] {
  const major = new CallMajorMatter(parts.convene, parts.time);
  const track = new TrackHandoff(parts.board, platform.outbox, parts.time, major, parts.cancel, parts.alarms);
  const waiting = new FollowWaitingWork(parts.board, parts.fire, parts.time, platform.outbox, parts.alarms);
  return [
    ...platformConsumers(platform),
    new LogEveryMessage(new LogMessage(parts.eventLog, new DashboardFacts(platform.database))),
    new KeepBoardWhenWorkMoves(track),
    new KeepStuckDeliveries(new KeepStuckDelivery(new StuckDeliveryRows(platform.database))),
    new MeetWhenHighAlertRaised(major),
    new MeetWhenAlertEscalated(major),
    new MeetWhenWatchEscalated(major),
    new MeetWhenFundsMisused(major),
    new MeetWhenSevereViolationConfirmed(major),
    new PauseWorkWhenRiskWaits(waiting),
    new ResumeWorkWhenRiskGoesOn(waiting),
  ];
}

function read<T>(platform: PlatformUnderTest, ask: Parameters<PlatformUnderTest['work']['run']>[1]): Promise<T> {
  return platform.work.run({ actor: { kind: 'service', service: 'coordination' }, operation: 'read' }, ask) as Promise<T>;
}

/** Data of a handoff `decide-application`, changed where a test needs it. */
export function decideApplication(
  applicationId: string,
  change: Partial<HandoffData<'decide-application'>> = {},
): HandoffData<'decide-application'> {
  return {
    applicationId,
    investigationId: newId('inv'),
    reportId: newId('rep'),
    reportVersion: 1,
    reportHash: 'a'.repeat(64),
    rating: 'LOW',
    recommendation: 'APPROVE',
    score: 640,
    scorecardId: 'individual',
    scorecardVersion: 1,
    recommendedAmountFen: 5_000_000,
    recommendedTermMonths: 12,
    recommendedAnnualRate: '0.12',
    participants: [],
    customerId: newId('cus'),
    customerType: 'INDIVIDUAL',
    salespersonId: newId('emp'),
    productId: newId('prd'),
    amountFen: 5_000_000,
    termMonths: 12,
    annualRate: '0.12',
    method: 'EQUAL_INSTALMENT',
    purpose: 'EQUIPMENT',
    ...change,
  };
}

/** `decide-application` as risk sends it at a moment, and the word that approval closes it with at another. */
export function decision(source: MessageSource, openedAt: Date, change: Partial<HandoffData<'decide-application'>> = {}) {
  const applicationId = newId('app');
  const handoffId = newId('hof');
  const data = decideApplication(applicationId, change);
  const opening: Envelope = {
    ...source.handoff('decide-application', handoffTypes['decide-application'].from, { subject: applicationId, data, id: handoffId }),
    time: openedAt.toISOString(),
  };
  const facts = (at: Date) => ({ handoffId, handoff: 'decide-application', at: at.toISOString() });
  return {
    applicationId,
    handoffId,
    opening,
    completed: (at: Date): Envelope =>
      source.event('approval.handoff-completed.v1', applicationId, { ...facts(at), result: { decision: 'APPROVED' } }, handoffId),
    returned: (at: Date): Envelope =>
      source.event(
        'approval.handoff-returned.v1',
        applicationId,
        { ...facts(at), code: 'REPORT_NOT_FINAL', reasons: ['报告未定稿'] },
        handoffId,
      ),
    recalled: (at: Date): Envelope =>
      source.event('approval.handoff-recalled.v1', applicationId, { ...facts(at), reason: '客户撤回' }, handoffId),
  };
}
