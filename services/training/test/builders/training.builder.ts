import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { Files, filesCollections, FileUrls, GridFsStore } from '@weilend/files';
import { addDays } from '@weilend/kernel';
import type { EmployeeActor, LocalDate } from '@weilend/kernel';
import type { Inbox } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { inboxOf, MessageSource, person, seedPeople, sentMessages, testPlatform } from '@weilend/testing';
import type { PlatformUnderTest } from '@weilend/testing';
import { findingConsumersOf } from './consumers.builder.js';
import { trainingErrors } from '../../src/domain/training.errors.js';
import { TRAINING_TOPICS } from '../../src/domain/plan/training-plan.js';
import type { CourseWish } from '../../src/domain/plan/training-plan.js';
import { trainingCollections } from '../../src/persistence/all.js';
import { Certificates } from '../../src/persistence/certificate/certificate.repository.js';
import { Enrolments, TrainingCourses } from '../../src/persistence/course/training-course.repository.js';
import { TrainingFindings, TrainingPlans, TrainingPlanVersions } from '../../src/persistence/plan/training-plan.repository.js';
import { Improvements } from '../../src/persistence/improvement/improvement.repository.js';
import { TrainingNotices } from '../../src/persistence/notice/training-notice.repository.js';
import { TrainingReminders } from '../../src/persistence/reminder/training-reminder.repository.js';
import { Nominations } from '../../src/persistence/session/nomination.repository.js';
import { TrainingRequests } from '../../src/persistence/session/training-request.repository.js';
import { TrainingSessions } from '../../src/persistence/session/training-session.repository.js';
import { CountFinding } from '../../src/use-cases/plan/count-finding.use-case.js';
import { DraftTrainingPlan } from '../../src/use-cases/plan/draft-training-plan.use-case.js';
import { PlanDesk } from '../../src/use-cases/plan/plan-desk.js';
import { PublishTrainingPlan } from '../../src/use-cases/plan/publish-training-plan.use-case.js';
import { NominateForTraining } from '../../src/use-cases/session/nominate-for-training.use-case.js';
import { OpenTrainingRequest } from '../../src/use-cases/session/open-training-request.use-case.js';
import { PlanTrainingSession } from '../../src/use-cases/session/plan-training-session.use-case.js';
import type { PlanTrainingSessionRequest } from '../../src/use-cases/session/plan-training-session.use-case.js';
import { RequestDesk } from '../../src/use-cases/session/request-desk.js';
import { SessionDesk } from '../../src/use-cases/session/session-desk.js';
import { StandingSeats } from '../../src/use-cases/session/standing-seats.js';
import { Team } from '../../src/use-cases/team.js';
import { WorkingDeadlines } from '../../src/use-cases/working-deadlines.js';

export const NEEDS = '新产品上线，三名新员工需要产品、销售与合规基础培训。';

export interface TrainingUnderTest {
  readonly platform: PlatformUnderTest;
  readonly people: ReturnType<typeof cast>;
  readonly stores: ReturnType<typeof storesOf>;
  readonly desk: SessionDesk;
  readonly team: Team;
  readonly planDesk: PlanDesk;
  readonly inbox: Inbox;
  readonly source: MessageSource;
}

function cast() {
  return {
    manager: person('sales', 'sales-manager'),
    otherManager: person('risk', 'sales-manager'),
    hr: person('hr', 'hr-manager'),
    trainer: person('training', 'trainer'),
    sellers: Array.from({ length: 6 }, () => person('sales', 'salesperson')),
    stranger: person('risk', 'investigator'),
  };
}

function storesOf({ database, cipher }: PlatformUnderTest) {
  const urls = new FileUrls('test-file-url-key-test-file-url-key');
  const times = { uploadTtlMs: 60_000, downloadTtlMs: 60_000 };
  return {
    plans: new TrainingPlans(database),
    versions: new TrainingPlanVersions(database),
    findings: new TrainingFindings(database),
    courses: new TrainingCourses(database),
    enrolments: new Enrolments(database),
    sessions: new TrainingSessions(database),
    nominations: new Nominations(database),
    requests: new TrainingRequests(database),
    notices: new TrainingNotices(database),
    reminders: new TrainingReminders(database),
    certificates: new Certificates(database, cipher),
    files: new Files(database, new GridFsStore(database), urls, { department: 'training', ...times }),
  };
}

/** Training on a real database: a manager with his team, a colleague of another department, a trainer. */
export async function trainingUnderTest(): Promise<TrainingUnderTest> {
  const platform = await testPlatform('training', {
    errors: trainingErrors,
    collections: [...filesCollections, ...trainingCollections],
  });
  const people = cast();
  await seedPeople(platform, [people.manager, people.otherManager, people.hr, people.trainer]);
  await seedPeople(platform, people.sellers, people.manager.employeeId);
  await seedPeople(platform, [people.stranger], people.hr.employeeId);
  const stores = storesOf(platform);
  const { sessions, nominations, requests, findings } = stores;
  const deadlines = new WorkingDeadlines(platform.parameters);
  const seats = new StandingSeats(stores.nominations, stores.sessions);
  const requestDesk = new RequestDesk(requests, seats, platform.handoffs, platform.outbox, deadlines, platform.clock);
  const desk = new SessionDesk(sessions, nominations, requestDesk, stores.notices, platform.outbox, platform.clock);
  const open = new OpenTrainingRequest(requestDesk, platform.directory, deadlines, platform.clock);
  const consumers = findingConsumersOf(new CountFinding(findings, platform.parameters), open);
  return {
    ...{
      platform,
      people,
      stores,
      desk,
      team: new Team(platform.directory),
      planDesk: new PlanDesk(findings, new Improvements(platform.database)),
    },
    ...{ inbox: inboxOf(platform, consumers), source: new MessageSource() },
  };
}

export function reading<T>({ platform }: Pick<TrainingUnderTest, 'platform'>, read: (tx: Tx) => Promise<T>): Promise<T> {
  return platform.work.run({ actor: { kind: 'service', service: 'training' }, operation: 'test-read' }, read);
}

export const allTopics = (change: Partial<CourseWish> = {}): CourseWish[] =>
  TRAINING_TOPICS.map((topic) => ({ topic, title: `${topic} 课程`, hours: 4, ...change }));

export const draftCase = (of: TrainingUnderTest) => new DraftTrainingPlan(of.platform.work, of.stores.plans, of.planDesk);

const thisYear = (of: TrainingUnderTest): number => Number(of.platform.clock.today().slice(0, 4));

/** The published plan of a year, of this one when none is named; it is made once. */
export async function publishedPlan(of: TrainingUnderTest, change: Partial<CourseWish> = {}, year = thisYear(of)): Promise<string> {
  const found = await reading(of, (tx) => of.stores.plans.ofYear(year, tx));
  if (found) return found.id;
  const planId = await draftCase(of).execute(of.people.manager, { year, needsAnalysis: NEEDS, courses: allTopics(change) });
  return new PublishTrainingPlan(of.platform.work, of.stores.plans, of.planDesk).execute(of.people.manager, { planId });
}

export const planCase = (of: TrainingUnderTest) =>
  new PlanTrainingSession(of.platform.work, of.stores.plans, of.stores.sessions, of.stores.courses, of.team);

/** A training of today with its trainer. */
export async function plannedSession(of: TrainingUnderTest, change: Partial<PlanTrainingSessionRequest> = {}): Promise<string> {
  const planId = await publishedPlan(of);
  const facts = { planId, topic: 'PRODUCT' as const, title: '新产品', kind: 'INTERNAL' as const, trainerId: of.people.trainer.employeeId };
  return planCase(of).execute(of.people.manager, { ...facts, heldOn: of.platform.clock.today(), hours: 3.5, ...change });
}

/** Days that lie ahead on every day of the year: those of the next one, with its plan. */
export async function nextYear(of: TrainingUnderTest): Promise<{ planId: string; heldOn: LocalDate; later: LocalDate }> {
  const year = thisYear(of) + 1;
  const planId = await publishedPlan(of, {}, year);
  return { planId, heldOn: `${year}-03-02` as LocalDate, later: `${year}-03-05` as LocalDate };
}

export const nominateCase = (of: TrainingUnderTest) => new NominateForTraining(of.platform.work, of.desk, of.team);

export const nominated = (of: TrainingUnderTest, sessionId: string, who: EmployeeActor): Promise<string> =>
  nominateCase(of).execute(of.people.manager, { sessionId, employeeId: who.employeeId });

export const sessionOf = (of: TrainingUnderTest, id: string) => reading(of, (tx) => of.stores.sessions.get(id, tx));
export const nominationOf = (of: TrainingUnderTest, id: string) => reading(of, (tx) => of.stores.nominations.get(id, tx));
export const dayAfter = (of: TrainingUnderTest, days: number): LocalDate => addDays(of.platform.clock.today(), days);

/** What people were told of a training, in order. */
export async function newsOf({ platform }: TrainingUnderTest, sessionId: string): Promise<readonly [unknown, unknown][]> {
  const told = (await sentMessages(platform)).filter(({ type, subject }) => type === 'training.nominee-told.v1' && subject === sessionId);
  return told.map(({ data }) => [data['employeeId'], data['news']] as [unknown, unknown]);
}

/** Uploads the bytes of a promised file. */
export async function upload(
  { stores }: TrainingUnderTest,
  promise: (declared: { fileName: string; contentType: string; sizeBytes: number; sha256: string }) => Promise<{ fileId: string }>,
): Promise<string> {
  const bytes = Buffer.from('%PDF-1.7 讲义');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const { fileId } = await promise({ fileName: 'paper.pdf', contentType: 'application/pdf', sizeBytes: bytes.length, sha256 });
  await stores.files.receive(fileId, Readable.from([bytes]), bytes.length);
  return fileId;
}
