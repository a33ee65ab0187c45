import { BusinessClock, instantOf, newId, parseLocalDate } from '@weilend/kernel';
import type { EmployeeActor } from '@weilend/kernel';
import type { AnyConsumer } from '@weilend/messaging';
import { inboxOf, MessageSource, person, testPlatform } from '@weilend/testing';
import type { PlatformUnderTest } from '@weilend/testing';
import * as care from '../../src/consumers/hear-of-care.consumer.js';
import * as loans from '../../src/consumers/hear-of-loans.consumer.js';
import { AppraiseViolationWhenConfirmed } from '../../src/consumers/appraise-violation-when-confirmed.consumer.js';
import { CountHoursWhenTrainingEvaluated } from '../../src/consumers/note-facts.consumer.js';
import type { AppraisalScheme } from '../../src/domain/appraisal/scheme.js';
import { hrService } from '../../src/hr.module.js';
import {
  AppraisalFacts,
  AppraisalQuarters,
  AppraisalSchemes,
  AppraisalSheets,
} from '../../src/persistence/appraisal/appraisal.repository.js';
import { SheetlessPeople } from '../../src/persistence/appraisal/sheetless-people.js';
import { AppraisalTallies } from '../../src/persistence/appraisal/tally.repository.js';
import { Employees } from '../../src/persistence/employee/employee.repository.js';
import { FactRebuilds, HeardSayings, SoldLoans } from '../../src/persistence/indicator/indicator.repository.js';
import { AppraisalQueries } from '../../src/queries/appraisal/appraisal.queries.js';
import { CareerScope } from '../../src/queries/career/career-scope.queries.js';
import { AppraisalDeadlines } from '../../src/use-cases/appraisal/appraisal-deadlines.js';
import { AppraisalStaff } from '../../src/use-cases/appraisal/appraisal-staff.js';
import { AppraiseViolation } from '../../src/use-cases/appraisal/appraise-violation.use-case.js';
import { CarryClosingOn, CloseAppraisalQuarter } from '../../src/use-cases/appraisal/close-appraisal-quarter.use-case.js';
import { CloseAppraisal } from '../../src/use-cases/appraisal/close-appraisal.use-case.js';
import { MoveAppraisal } from '../../src/use-cases/appraisal/move-appraisal.use-case.js';
import { OpenAppraisal } from '../../src/use-cases/appraisal/open-appraisal.use-case.js';
import { OpenQuarterSheets } from '../../src/use-cases/appraisal/open-quarter-sheets.use-case.js';
import { PublishAppraisalScheme } from '../../src/use-cases/appraisal/publish-appraisal-scheme.use-case.js';
import { RemindOfAppraisals } from '../../src/use-cases/appraisal/remind-of-appraisals.use-case.js';
import { SheetCloser } from '../../src/use-cases/appraisal/sheet-closer.js';
import { SheetOpener } from '../../src/use-cases/appraisal/sheet-opener.js';
import { DueWork } from '../../src/use-cases/due-work.js';
import { ClosedQuarters } from '../../src/use-cases/indicator/closed-quarters.js';
import { HearOfCare } from '../../src/use-cases/indicator/hear-of-care.use-case.js';
import { HearOfLoan } from '../../src/use-cases/indicator/hear-of-loan.use-case.js';
import { Hear } from '../../src/use-cases/indicator/hear.use-case.js';
import { CarryRebuildOn, RebuildAppraisalFacts } from '../../src/use-cases/indicator/rebuild-facts.use-case.js';

/** Says which day it is: noon of it in Shanghai. */
export class KitClock extends BusinessClock {
  private at = instantOf(parseLocalDate('2026-02-15'), '12:00');

  moveTo(day: string, time = '12:00'): void {
    this.at = instantOf(parseLocalDate(day), time);
  }

  now(): Date {
    return this.at;
  }
}

export const GIVEN_SCHEME: Omit<AppraisalScheme, 'id' | 'version'> = {
  fromQuarter: '2025-Q1',
  lines: [
    { indicator: 'DISBURSED_AMOUNT', weight: 50, target: 1_000_000 },
    { indicator: 'SATISFACTION_SCORE', weight: 20, target: 5 },
    { indicator: 'OVERDUE_RATE', weight: 20, target: 0.05 },
    { indicator: 'VIOLATION_FREE', weight: 10, target: 1 },
  ],
  gates: [{ kind: 'SEVERE_VIOLATION', above: 0, cap: 0 }],
  adjustmentLimit: 5,
};

/** The appraisal of hr built by hand on a database of its own, with a clock that is set. */
export async function appraisalKit(scheme: Omit<AppraisalScheme, 'id' | 'version'> | null = GIVEN_SCHEME) {
  const p = await testPlatform('hr', hrService);
  const clock = new KitClock();
  const kit = { p, clock, ...acts(p, clock), source: new MessageSource() };
  const manager = person('hr', 'hr-manager');
  if (scheme) await given(p, (tx) => kit.schemes.insert({ ...scheme, id: newId('sch'), version: 0 }, tx));
  return { ...kit, manager };
}
export type AppraisalKit = Awaited<ReturnType<typeof appraisalKit>>;

export const given = <T>(p: PlatformUnderTest, body: Parameters<PlatformUnderTest['work']['run']>[1]): Promise<T> =>
  p.work.run({ actor: { kind: 'service', service: 'hr' }, operation: 'given' }, body) as Promise<T>;

/** Applies an event of another department, as its lane would bring it. */
export async function receive(
  kit: AppraisalKit,
  type: Parameters<MessageSource['event']>[0],
  subject: string,
  data: object,
): Promise<string> {
  return inboxOf(kit.p, kit.consumers).receive(kit.source.event(type, subject, data as never));
}

let numbers = 0;

/** Somebody of sales with his row in hr. */
export async function seller(kit: AppraisalKit, change: object = {}): Promise<EmployeeActor> {
  const actor = person('sales', 'salesperson');
  const roles = { roles: ['salesperson'], managerId: null, leadsSales: false, active: true, deactivatedAt: null };
  const row = { id: actor.employeeId, version: 0, employeeNo: `K-${++numbers}`, name: '李小雨', department: 'sales' as const, ...roles };
  await given(kit.p, (tx) => kit.employees.insert({ ...row, hiredOn: parseLocalDate('2024-01-01'), ...change } as never, tx));
  return actor;
}

/** The sheet of somebody for a quarter, opened and closed without a word of anybody: its deadline lies behind. */
export async function closedSheet(kit: AppraisalKit, by: EmployeeActor, quarter: string): Promise<string> {
  const appraisalId = await openedLongAgo(kit, by, quarter);
  return kit.close.execute(kit.manager, { appraisalId });
}

/** A sheet that may be closed: its time is over, and those above were told. */
export async function openedLongAgo(kit: AppraisalKit, { employeeId }: EmployeeActor, quarter: string): Promise<string> {
  const appraisalId = await kit.open.execute(kit.manager, { employeeId, quarter });
  await timeRunsOut(kit.p, appraisalId);
  return appraisalId;
}

/** As if the time of self view and review had passed without them. */
export async function timeRunsOut({ database }: Pick<PlatformUnderTest, 'database'>, appraisalId: string): Promise<void> {
  const passed = new Date(0);
  const escalations = [{ step: 'REVIEW', dueAt: passed, at: passed, toIds: [] }];
  const over = { dueAt: passed, notice: null, noticeAt: null, 'cycle.stage': 'UNVIEWED', 'cycle.escalations': escalations };
  await database.collection<{ _id: string }>('appraisal_sheets').updateOne({ _id: appraisalId }, { $set: over });
}

export interface Sale {
  readonly loanId: string;
  readonly applicationId: string;
  readonly customerId: string;
}

/** A loan is paid out; `amountFen` and the day as said. */
export async function sold(
  kit: AppraisalKit,
  by: EmployeeActor,
  sale: { amountFen: number; on: string; first?: boolean; customerId?: string },
): Promise<Sale> {
  const ids = { loanId: newId('lon'), applicationId: newId('app'), customerId: sale.customerId ?? newId('cus') };
  const terms = { productId: newId('prd'), amountFen: sale.amountFen, termMonths: 12, annualRate: '0.12', method: 'EQUAL_INSTALMENT' };
  const more = {
    disbursementId: newId('dis'),
    contractId: newId('con'),
    salespersonId: by.employeeId,
    firstLoanOfCustomer: sale.first ?? true,
  };
  const days = { disbursedOn: sale.on, firstDueOn: `${sale.on.slice(0, 7)}-28` };
  await receive(kit, 'finance.loan-disbursed.v1', ids.applicationId, { ...ids, ...terms, ...more, ...days });
  return ids;
}

function acts(p: PlatformUnderTest, clock: KitClock) {
  const { database, work, outbox, handoffs, parameters } = p;
  const [facts, sheets, schemes] = [new AppraisalFacts(database), new AppraisalSheets(database), new AppraisalSchemes(database)];
  const [heard, soldLoans, rebuilds] = [new HeardSayings(database), new SoldLoans(database), new FactRebuilds(database)];
  const employees = new Employees(database);
  const tallies = new AppraisalTallies(database);
  const quarters = new ClosedQuarters(new AppraisalQuarters(database), sheets, clock);
  const hear = new Hear(heard, facts, soldLoans, quarters);
  const [hearOfLoan, hearOfCare] = [new HearOfLoan(soldLoans, hear, clock), new HearOfCare(facts, hear)];
  const violations = new AppraiseViolation(employees, sheets, facts, hear, handoffs, clock);
  const deadlines = new AppraisalDeadlines(parameters, clock);
  const opener = new SheetOpener(sheets, schemes, quarters, deadlines, clock);
  const people = new SheetlessPeople(database);
  const closer = new SheetCloser(sheets, schemes, tallies, outbox, clock);
  const dueWork = new DueWork();
  const consumers: AnyConsumer[] = [
    ...Object.values(loans).map((consumer) => new consumer(hearOfLoan)),
    ...[
      new care.CountSatisfactionWhenRecorded(hearOfCare),
      new care.CountVisitWhenMade(hearOfCare),
      new care.CountVisitWhenLate(hearOfCare),
    ],
    ...[new care.CountComplaintWhenOpened(hearOfCare), new care.CountComplaintWhenClosed(hearOfCare)],
    ...[new care.RecountFirstLoansWhenMerged(hearOfLoan), new AppraiseViolationWhenConfirmed(violations)],
    new CountHoursWhenTrainingEvaluated(hear),
  ] as AnyConsumer[];
  return {
    ...{ facts, sheets, schemes, heard, soldLoans, rebuilds, employees, tallies, consumers },
    dueWork,
    publish: new PublishAppraisalScheme(work, schemes, clock),
    open: new OpenAppraisal(work, opener, violations),
    openAll: new OpenQuarterSheets(work, opener, violations, people, clock),
    move: new MoveAppraisal(work, sheets, schemes, quarters, deadlines, clock),
    close: new CloseAppraisal(work, closer),
    queries: new AppraisalQueries(database, tallies, new CareerScope(database), clock),
    remind: new RemindOfAppraisals(work, sheets, new AppraisalStaff(p.directory), deadlines, outbox, clock),
    closeQuarter: new CloseAppraisalQuarter(work, quarters, closer, people, clock),
    carryClosingOn: new CarryClosingOn(work, quarters, closer, clock, dueWork),
    rebuild: new RebuildAppraisalFacts(work, rebuilds, heard, clock),
    carryRebuildOn: new CarryRebuildOn(work, rebuilds, heard, facts, soldLoans, clock),
  };
}
