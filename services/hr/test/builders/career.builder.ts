import { addDays, newId, quarterOf, quarterRange } from '@weilend/kernel';
import type { EmployeeActor, LocalDate } from '@weilend/kernel';
import type { Tx } from '@weilend/mongo';
import type { Role } from '@weilend/contracts';
import { inboxOf, MessageSource, person, testPlatform } from '@weilend/testing';
import type { PlatformUnderTest } from '@weilend/testing';
import {
  CountTopicWhenTrainingEvaluated,
  FollowEmployeeWhenChanged,
  LookAheadWhenAppraisalClosed,
  NoteNominationWhenGiven,
  NoteNominationWhenRecalled,
  NoteNominationWhenReturned,
  NoteProgressWhenFollowed,
} from '../../src/consumers/career.consumer.js';
import type { Figures } from '../../src/domain/appraisal/indicator.js';
import type { AppraisalSheet } from '../../src/domain/appraisal/sheet.js';
import type { Level } from '../../src/domain/career/ladder.js';
import { hire } from '../../src/domain/employee/employee.js';
import { quarterBack } from '../../src/domain/promotion/eligibility.js';
import { hrService } from '../../src/hr.module.js';
import { AppraisalFacts, AppraisalSheets } from '../../src/persistence/appraisal/appraisal.repository.js';
import { AppraisalRecord } from '../../src/persistence/career/appraisal-record.repository.js';
import { CareerLadders, CareerPlans, CareerTalks, Standings } from '../../src/persistence/career/career.repository.js';
import { TrainedTopics, TrainingRequestBook } from '../../src/persistence/career/training.repository.js';
import { Hirings } from '../../src/persistence/career/hiring.repository.js';
import { Employees } from '../../src/persistence/employee/employee.repository.js';
import { HonourAwards, HonourRules, Honours } from '../../src/persistence/honour/honour.repository.js';
import { LeaderlessPeople } from '../../src/persistence/promotion/leaderless.repository.js';
import { PromotionFactsReader } from '../../src/persistence/promotion/promotion-facts.repository.js';
import { Promotions } from '../../src/persistence/promotion/promotion.repository.js';
import { AskTrainingAfterSheet } from '../../src/use-cases/career/ask-training-after-sheet.use-case.js';
import { CareerDesk } from '../../src/use-cases/career/career-desk.js';
import { FollowEmployee } from '../../src/use-cases/career/follow-employee.use-case.js';
import { KeepCareerPlan } from '../../src/use-cases/career/keep-career-plan.use-case.js';
import { NoteTrainedTopics } from '../../src/use-cases/career/note-trained-topics.use-case.js';
import { NoteTrainingAnswer } from '../../src/use-cases/career/note-training-answer.use-case.js';
import { PublishCareerLadder } from '../../src/use-cases/career/publish-career-ladder.use-case.js';
import { RecordCareerTalk } from '../../src/use-cases/career/record-career-talk.use-case.js';
import { RemindCareerTalks } from '../../src/use-cases/career/remind-career-talks.use-case.js';
import { RequestCareerTraining } from '../../src/use-cases/career/request-career-training.use-case.js';
import { SetFirstLevel } from '../../src/use-cases/career/set-first-level.use-case.js';
import { TrainingRequests } from '../../src/use-cases/career/training-requests.js';
import { ConfirmHonour } from '../../src/use-cases/honour/confirm-honour.use-case.js';
import { HonourDesk } from '../../src/use-cases/honour/honour-desk.js';
import { ProposeHonour } from '../../src/use-cases/honour/propose-honour.use-case.js';
import { PublishHonourRule } from '../../src/use-cases/honour/publish-honour-rule.use-case.js';
import { RenewHonours } from '../../src/use-cases/honour/renew-honours.use-case.js';
import { RevokeHonour } from '../../src/use-cases/honour/revoke-honour.use-case.js';
import { DecidePromotion } from '../../src/use-cases/promotion/decide-promotion.use-case.js';
import { PromotionDesk } from '../../src/use-cases/promotion/promotion-desk.js';
import { ProposePromotion } from '../../src/use-cases/promotion/propose-promotion.use-case.js';
import { employeeBookOf } from './people.builder.js';

const SYSTEM = { kind: 'service', service: 'hr' } as const;
const NOTHING: Figures = {
  ...{ disbursedFen: 0, loans: 0, newCustomers: 0, satisfactionAverage: null, satisfactionSample: 0 },
  ...{ violations: 0, severeViolations: 0, trainingHours: 0 },
};
export type ClosedFigures = Partial<Figures> & { readonly overdueFen?: number; readonly outstandingFen?: number };

/** Careers, promotions and honours of hr on a database of their own, with people, closed quarters and messages given by hand. */
export class CareerUnderTest {
  readonly source = new MessageSource();
  private numbers = 0;

  private constructor(readonly p: PlatformUnderTest) {}

  static async start(): Promise<CareerUnderTest> {
    return new CareerUnderTest(await testPlatform('hr', hrService));
  }

  readonly collections = hrService.collections;
  readonly hr = person('hr', 'hr-manager');
  readonly otherHr = person('hr', 'hr-manager');
  readonly admin = person(null, 'administrator');

  get today(): LocalDate {
    return this.p.clock.today();
  }

  given<T>(act: (tx: Tx) => Promise<T>): Promise<T> {
    return this.p.work.run({ actor: SYSTEM, operation: 'given' }, act);
  }

  /** A person of sales with a place on the ladder. */
  async hired(
    at: { level?: Level; since?: LocalDate; managerId?: string | null; role?: Role; name?: string } = {},
  ): Promise<EmployeeActor> {
    const { role = 'salesperson', managerId = null, name = '李小雨' } = at;
    const since = at.since ?? quarterRange(quarterBack(this.today, 6)).from;
    const placement = { department: 'sales' as const, roles: [role], managerId, position: null, level: null };
    const employee = hire({ id: newId('emp'), employeeNo: `C-${++this.numbers}`, name, hiredOn: since, ...placement });
    await this.given(async (tx) => {
      await new Employees(this.p.database).insert(employee, tx);
      const begun = await this.desk().begin(employee, tx);
      await this.desk().standings.put(at.level ? { ...begun, level: at.level } : begun, tx);
    });
    return { kind: 'employee', department: 'sales', roles: [role], employeeId: employee.id };
  }

  /** A closed sheet of a quarter, counted back from the running one: 1 is the last that ended. */
  async closed(
    employeeId: string,
    of: { back?: number; quarter?: string; total: number; figures?: ClosedFigures },
  ): Promise<AppraisalSheet> {
    const quarter = of.quarter ?? quarterBack(this.today, (of.back ?? 1) + 1);
    const { from, to } = quarterRange(quarter);
    const sheet: AppraisalSheet = {
      ...{
        id: newId('apr'),
        version: 0,
        employeeId,
        quarter,
        schemeId: newId('sch'),
        state: 'CLOSED',
        openedOn: from,
        closedOn: addDays(to, 1),
      },
      ...{ figures: { ...NOTHING, ...of.figures }, total: of.total, lines: [] },
    };
    await this.given((tx) => new AppraisalSheets(this.p.database).insert(sheet, tx));
    await this.quarterIs(quarter, 'CLOSED');
    return sheet;
  }

  /** The quarter of the whole company. */
  async quarterIs(quarter: string, state: 'OPEN' | 'CLOSING' | 'CLOSED'): Promise<void> {
    const row = { _id: newId('apq'), version: 1, sheets: 1, done: 1, startedBy: null, startedAt: null, closedOn: null };
    await this.p.database
      .collection<{ _id: string }>('appraisal_quarters')
      .updateOne({ quarter }, { $set: { state }, $setOnInsert: row }, { upsert: true });
  }

  /** The quarters that a step to senior salesperson asks for. */
  async proven(employeeId: string, total = 95): Promise<void> {
    const figures = { trainingHours: 6, overdueFen: 100, outstandingFen: 100_000 };
    for (const back of [1, 2, 3, 4]) await this.closed(employeeId, { back, total, figures });
  }

  /** `of` is the quarter of its day, when it counts in a later one. */
  async severe(employeeId: string, quarter = quarterOf(this.today), of = quarter): Promise<string> {
    const aboutId = newId('vio');
    const fact = { id: newId('fct'), version: 0, employeeId, quarter, kind: 'VIOLATION' as const, aboutId, value: 1, marked: true };
    await this.given((tx) => new AppraisalFacts(this.p.database).insert({ ...fact, belongsTo: of, occurredOn: quarterRange(of).to }, tx));
    return aboutId;
  }

  /** The same as hr takes it in: with the person's row written. */
  violated = (employeeId: string): Promise<void> =>
    this.given(async (tx) => {
      await this.employees().save(await this.employees().get(employeeId, tx), tx);
      const fact = {
        id: newId('fct'),
        version: 0,
        employeeId,
        quarter: quarterOf(this.today),
        kind: 'VIOLATION' as const,
        value: 1,
        marked: true,
      };
      await new AppraisalFacts(this.p.database).insert({ ...fact, aboutId: newId('vio'), occurredOn: this.today }, tx);
    });

  rows(collection: string, filter: object): Promise<Record<string, unknown>[]> {
    return this.p.database
      .collection(collection)
      .find(filter as never)
      .sort({ _id: 1 })
      .toArray();
  }

  standingOf = async (employeeId: string) => (await this.rows('career_standings', { _id: employeeId }))[0];

  employees = () => new Employees(this.p.database);
  book = () => employeeBookOf(this.p);
  record = () => new AppraisalRecord(this.p.database);
  desk = () => {
    const [standings, ladders] = [new Standings(this.p.database), new CareerLadders(this.p.database)];
    return new CareerDesk(this.employees(), standings, ladders, this.p.parameters, this.p.clock, new Hirings(this.p.database));
  };
  trainings = () => new TrainingRequests(new TrainingRequestBook(this.p.database), this.p.handoffs, this.p.clock);
  publishLadder = () => new PublishCareerLadder(this.p.work, new CareerLadders(this.p.database), this.p.clock);
  setFirst = () => new SetFirstLevel(this.p.work, this.desk(), this.record(), this.book());
  plans = () => new KeepCareerPlan(this.p.work, new CareerPlans(this.p.database), this.desk(), this.p.clock);
  askForPlan = () => new RequestCareerTraining(this.p.work, new CareerPlans(this.p.database), this.desk(), this.trainings());
  recordTalk = () => new RecordCareerTalk(this.p.work, new CareerTalks(this.p.database), this.desk(), this.p.parameters, this.p.clock);
  remind = () => new RemindCareerTalks(this.p.work, new Standings(this.p.database), this.p.directory, this.p.outbox, this.p.clock);
  promotionDesk = () => new PromotionDesk(new Promotions(this.p.database), this.desk(), new PromotionFactsReader(this.record()));
  propose = () => new ProposePromotion(this.p.work, this.promotionDesk());
  decide = () => {
    const leaderless = new LeaderlessPeople(this.p.database);
    return new DecidePromotion(this.p.work, this.promotionDesk(), this.book(), this.trainings(), this.p.outbox, leaderless);
  };
  honourDesk = () => new HonourDesk(new Honours(this.p.database), new HonourRules(this.p.database), this.record(), this.p.clock);
  publishRule = () => new PublishHonourRule(this.p.work, new HonourRules(this.p.database), this.p.clock);
  proposeHonour = () => new ProposeHonour(this.p.work, this.honourDesk());
  renewHonours = () => new RenewHonours(this.p.work, this.honourDesk(), this.proposeHonour());
  revokeHonour = () => new RevokeHonour(this.p.work, this.honourDesk(), new HonourAwards(this.p.database), this.p.outbox);
  confirmHonour = () =>
    new ConfirmHonour(this.p.work, this.honourDesk(), new HonourAwards(this.p.database), this.employees(), this.trainings(), this.p.outbox);

  inbox() {
    const answer = new NoteTrainingAnswer(new TrainingRequestBook(this.p.database));
    const sheets = new AppraisalSheets(this.p.database);
    const after = new AskTrainingAfterSheet(sheets, this.employees(), this.trainings(), this.p.parameters, this.p.clock);
    return inboxOf(this.p, [
      new FollowEmployeeWhenChanged(new FollowEmployee(this.desk())),
      new LookAheadWhenAppraisalClosed(after),
      new CountTopicWhenTrainingEvaluated(new NoteTrainedTopics(new TrainedTopics(this.p.database))),
      new NoteNominationWhenGiven(answer),
      new NoteNominationWhenReturned(answer),
      new NoteNominationWhenRecalled(answer),
      new NoteProgressWhenFollowed(answer),
    ]);
  }

  /** The news that a sheet was closed, as hr's own outbox sends it. */
  async told({ id, employeeId, quarter, total }: AppraisalSheet): Promise<void> {
    const data = { appraisalId: id, employeeId, quarter, score: Math.round(total ?? 0) };
    await this.inbox().receive(this.source.event('hr.appraisal-closed.v1', id, data));
  }
}
