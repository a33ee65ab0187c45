import { newId, parseLocalDate } from '@weilend/kernel';
import type { EmployeeActor, LocalDate } from '@weilend/kernel';
import type { Tx } from '@weilend/mongo';
import { inboxOf, MessageSource, person, seedPeople, snapshotOf, testPlatform } from '@weilend/testing';
import type { PlatformUnderTest } from '@weilend/testing';
import { trainingConsumers } from '../../src/consumers/all.js';
import { recordCertificate } from '../../src/domain/certificate/certificate.js';
import type { EvaluationTask } from '../../src/domain/evaluation/evaluation-task.js';
import type { PaperTerms } from '../../src/domain/exam/exam-paper.js';
import type { QuestionContent } from '../../src/domain/exam/question.js';
import { planSession, recordAttendance } from '../../src/domain/session/training-session.js';
import type { TrainingSession } from '../../src/domain/session/training-session.js';
import { trainingErrors } from '../../src/domain/training.errors.js';
import { Certificates } from '../../src/persistence/certificate/certificate.repository.js';
import { EvaluationTasks } from '../../src/persistence/evaluation/evaluation-task.repository.js';
import { trainingCollections, trainingRepositories } from '../../src/persistence/all.js';
import { TrainingSessions } from '../../src/persistence/session/training-session.repository.js';
import { trainingQueries } from '../../src/queries/all.js';
import { trainingUseCases } from '../../src/use-cases/all.js';
import { DrawExamPaper } from '../../src/use-cases/exam/draw-exam-paper.use-case.js';
import { KeepExamQuestion } from '../../src/use-cases/exam/keep-exam-question.use-case.js';
import { OpenTrainingEvaluation } from '../../src/use-cases/evaluation/open-training-evaluation.use-case.js';

type Class<T> = new (...parts: never[]) => T;
const providers = [...trainingRepositories, ...trainingQueries, ...trainingUseCases, ...trainingConsumers] as readonly unknown[];

export const QUIET = {
  isStopping: () => false,
  onTrouble: (_id: string, error: unknown): never => {
    throw error;
  },
};

/** Everything of training on a real database, made by hand from the classes' own constructor types: no Nest, no queue. */
export class TrainingDesk {
  readonly source = new MessageSource();
  readonly trainer = person('training', 'trainer');
  readonly manager = person('sales', 'sales-manager');
  readonly hr = person('hr', 'hr-manager');
  readonly compliance = person('compliance', 'compliance-officer');
  readonly seller = person('sales', 'salesperson');
  readonly second = person('sales', 'salesperson');
  readonly officer = person('finance', 'finance-officer');
  readonly inbox;
  private readonly made = new Map<unknown, unknown>();

  private constructor(readonly platform: PlatformUnderTest) {
    const { database, work, outbox, handoffs, parameters, directory, leases, cipher, clock } = platform;
    for (const part of [database, work, outbox, handoffs, parameters, directory, leases, cipher]) this.made.set(part.constructor, part);
    this.made.set(Object.getPrototypeOf(clock.constructor), clock);
    this.inbox = inboxOf(
      platform,
      trainingConsumers.map((consumer) => this.get(consumer as Class<never>)),
    );
  }

  static async open(): Promise<TrainingDesk> {
    const platform = await testPlatform('training', { errors: trainingErrors, collections: trainingCollections });
    const desk = new TrainingDesk(platform);
    const { trainer, manager, hr, compliance, seller, second, officer } = desk;
    await seedPeople(platform, [trainer, manager, hr, compliance]);
    await seedPeople(platform, [seller, second], manager.employeeId);
    await seedPeople(platform, [officer], hr.employeeId);
    return desk;
  }

  /** Nest's own way of finding dependencies: the recorded constructor types. */
  get<T>(type: Class<T>): T {
    const known = this.made.get(type);
    if (known) return known as T;
    if (!providers.includes(type)) throw new Error(`no provider ${type.name}`);
    const types = (Reflect.getMetadata('design:paramtypes', type) ?? []) as Class<unknown>[];
    const instance = new type(...(types.map((part) => this.get(part)) as never[]));
    this.made.set(type, instance);
    return instance;
  }

  run<T>(body: (tx: Tx) => Promise<T>): Promise<T> {
    return this.platform.work.run({ actor: { kind: 'service', service: 'training' }, operation: 'test' }, body);
  }

  snapshot(): Promise<string> {
    return snapshotOf(this.platform, trainingCollections);
  }

  /** Moves the company's clock on by so many days (and minutes). */
  async pass(days: number, minutes = 0): Promise<void> {
    const { offsetMs, step } = await this.platform.clock.position();
    const on = { offsetMs: offsetMs + days * 86_400_000 + minutes * 60_000, step: step + 1 };
    await this.run((tx) => this.platform.clock.move(on, tx));
  }

  /** A training that was held today. */
  async held(
    attendees: readonly EmployeeActor[] = [this.seller, this.second],
    change: { topic?: 'LAW' | 'PRODUCT'; heldOn?: string; untilOn?: string; institution?: string } = {},
  ): Promise<string> {
    const heldOn = change.heldOn ? parseLocalDate(change.heldOn) : this.platform.clock.today();
    const planned = this.plannedFacts(heldOn, change.topic);
    const elsewhere = { kind: 'EXTERNAL' as const, trainerId: null, institution: change.institution ?? null };
    const byOneself = { kind: 'ONLINE' as const, trainerId: null, untilOn: change.untilOn ? parseLocalDate(change.untilOn) : null };
    const session = recordAttendance(
      { ...planned, ...(change.institution ? elsewhere : {}), ...(change.untilOn ? byOneself : {}) },
      attendees.map(({ employeeId }) => employeeId),
    );
    return (await this.run((tx) => this.get(TrainingSessions).insert(session, tx))).id;
  }

  /** A certificate on record; its id. */
  async certified({ employeeId }: EmployeeActor, days: { issuedOn: LocalDate; expiresOn?: LocalDate }): Promise<string> {
    const id = newId('ctf');
    const facts = { id, employeeId, sessionId: null, title: '反洗钱', institution: '银行业协会', number: id.slice(-12), fileId: null };
    const recorded = { recordedBy: this.hr.employeeId, recordedAt: this.platform.clock.now() };
    const certificate = recordCertificate({ ...facts, ...recorded, expiresOn: null, ...days }, this.platform.clock.today());
    return (await this.run((tx) => this.get(Certificates).add(certificate, tx))).id;
  }

  /** A training of today, or of another day, of which nobody has written down who came. */
  async planned(heldOn = this.platform.clock.today()): Promise<string> {
    const planned = this.plannedFacts(heldOn);
    return (await this.run((tx) => this.get(TrainingSessions).insert(planned, tx))).id;
  }

  private plannedFacts(heldOn: LocalDate, topic: 'LAW' | 'PRODUCT' = 'LAW'): TrainingSession {
    const facts = {
      id: newId('trs'),
      planId: newId('tpl'),
      topic,
      title: '法规培训',
      kind: 'INTERNAL' as const,
      heldOn,
      hours: 4,
    };
    return planSession({ ...facts, trainerId: this.trainer.employeeId, institution: null, resource: null, mode: null });
  }

  session(id: string) {
    return this.run((tx) => this.get(TrainingSessions).get(id, tx));
  }

  tasks(sessionId: string): Promise<EvaluationTask[]> {
    return this.run((tx) => this.get(EvaluationTasks).ofSession(sessionId, tx));
  }

  async taskOf(sessionId: string, { employeeId }: EmployeeActor): Promise<EvaluationTask> {
    const task = (await this.tasks(sessionId)).find((one) => one.employeeId === employeeId);
    if (!task) throw new Error('no task');
    return task;
  }

  /** A paper of three questions: 3, 4 and 3 points, right are 丙, 甲 with 丁, and 错误. */
  async paper(
    change: Partial<Pick<PaperTerms, 'minutes' | 'mostAttempts' | 'retakeAfterDays' | 'passPercent'>> = {},
    by = this.trainer,
  ): Promise<string> {
    const keep = this.get(KeepExamQuestion);
    for (const question of QUESTIONS) await keep.add(this.trainer, question);
    const rules = [{ topic: 'LAW' as const, count: 3 }];
    const terms = { title: '法规考试', rules, minutes: 30, passPercent: 60, mostAttempts: 2, retakeAfterDays: 3, ...change };
    const paperId = await this.get(DrawExamPaper).execute(by, terms);
    // The next paper draws its own: the bank holds only what is in use.
    for (const id of await this.bank()) await keep.retire(this.trainer, { questionId: id });
    return paperId;
  }

  /** A held training whose exam is open; its id. */
  async examined(
    change: { minutes?: number; mostAttempts?: number; retakeAfterDays?: number } = {},
    attendees?: readonly EmployeeActor[],
  ): Promise<string> {
    const sessionId = await this.held(attendees);
    const paperId = await this.paper(change);
    await this.get(OpenTrainingEvaluation).execute(this.trainer, { sessionId, method: 'EXAM', paperId });
    return sessionId;
  }

  private async bank(): Promise<string[]> {
    const rows = await this.platform.database.collection('exam_questions').find({ state: 'ACTIVE' }).toArray();
    return rows.map(({ _id }) => _id);
  }
}

const base = { topic: 'LAW', difficulty: 'EASY', explanation: '见《小额贷款公司监督管理暂行办法》' } as const;
const CHOICES = ['甲', '乙', '丙', '丁'];
export const QUESTIONS: readonly QuestionContent[] = [
  { ...base, kind: 'SINGLE_CHOICE', text: '单选：下列哪一项正确？', choices: CHOICES, correct: [2], points: 3 },
  { ...base, kind: 'MULTIPLE_CHOICE', text: '多选：下列哪些正确？', choices: CHOICES, correct: [0, 3], points: 4 },
  { ...base, kind: 'TRUE_FALSE', text: '判断：放款前可以收费。', choices: [], correct: [1], points: 3 },
];
/** The right choices by their texts, by the kind of question. */
export const RIGHT: Readonly<Record<string, readonly string[]>> = {
  SINGLE_CHOICE: ['丙'],
  MULTIPLE_CHOICE: ['甲', '丁'],
  TRUE_FALSE: ['错误'],
};
