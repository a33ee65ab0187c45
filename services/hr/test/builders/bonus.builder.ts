import { addDays, newId } from '@weilend/kernel';
import type { EmployeeActor, LocalDate } from '@weilend/kernel';
import { handoffRows, inboxOf, MessageSource, person, snapshotOf, testPlatform } from '@weilend/testing';
import type { Platform } from '@weilend/service';
import type { Inbox } from '@weilend/messaging';
import {
  NoteBonusLoanWhenReversed,
  NoteBonusLoanWhenStatusChanged,
  NoteBonusLoanWhenWrittenOff,
  NoteDayWhenEnded,
} from '../../src/consumers/note-bonus-loan.consumer.js';
import { NoteBonusWhenPaid, NoteBonusWhenReturned } from '../../src/consumers/note-bonus-payment.consumer.js';
import { figures, goodFormula } from '../../src/domain/bonus/bonus.builder.js';
import type { BonusLoan } from '../../src/domain/bonus/bonus-loan.js';
import type { BonusFormula } from '../../src/domain/bonus/formula.js';
import { hrService } from '../../src/hr.module.js';
import { AppraisalFacts, AppraisalSheets } from '../../src/persistence/appraisal/appraisal.repository.js';
import { BonusFormulas } from '../../src/persistence/bonus/bonus-formula.repository.js';
import { BonusBalances, BonusClawbacks, BonusLoans, BonusParts } from '../../src/persistence/bonus/bonus-loan.repository.js';
import { BonusStatements, DeferredBonuses } from '../../src/persistence/bonus/bonus-statement.repository.js';
import { Placements } from '../../src/persistence/bonus/placement.repository.js';
import { SettledSheets, SheetFacts } from '../../src/persistence/bonus/settled-sheet.repository.js';
import { ToldDays } from '../../src/persistence/bonus/told-day.repository.js';
import { Employees } from '../../src/persistence/employee/employee.repository.js';
import { ApproveBonuses } from '../../src/use-cases/bonus/approve-bonuses.use-case.js';
import { BonusPayouts } from '../../src/use-cases/bonus/bonus-payouts.js';
import { ClawBackLoans } from '../../src/use-cases/bonus/claw-back-loans.js';
import { DeferredRelease } from '../../src/use-cases/bonus/deferred-release.js';
import { DraftBonusFormula } from '../../src/use-cases/bonus/draft-bonus-formula.use-case.js';
import { NoteBonusLoan } from '../../src/use-cases/bonus/note-bonus-loan.use-case.js';
import { NoteDayEnd } from '../../src/use-cases/bonus/note-day-end.use-case.js';
import { NoteBonusPayment } from '../../src/use-cases/bonus/note-bonus-payment.use-case.js';
import { PrepareBonuses } from '../../src/use-cases/bonus/prepare-bonuses.use-case.js';
import { PublishBonusFormula } from '../../src/use-cases/bonus/publish-bonus-formula.use-case.js';
import { RejectBonus } from '../../src/use-cases/bonus/reject-bonus.use-case.js';
import { ReleaseDeferredBonuses } from '../../src/use-cases/bonus/release-deferred-bonuses.use-case.js';
import { SendBonusAgain } from '../../src/use-cases/bonus/send-bonus-again.use-case.js';
import { SheetReader } from '../../src/use-cases/bonus/sheet-reader.js';
import { WithdrawBonusFormula } from '../../src/use-cases/bonus/withdraw-bonus-formula.use-case.js';

/** Nothing stops it, and trouble is a failed test. */
const WATCH = {
  isStopping: () => false,
  onTrouble: (_id: string, error: unknown): void => {
    throw error;
  },
};

/** The people and acts of bonuses on a real database. */
export async function bonusDesk() {
  const p = await testPlatform('hr', hrService);
  const formulas = new BonusFormulas(p.database);
  const statements = new BonusStatements(p.database);
  const deferreds = new DeferredBonuses(p.database);
  const loans = new BonusLoans(p.database);
  const parts = new BonusParts(p.database);
  const balances = new BonusBalances(p.database);
  const placements = new Placements(p.database);
  const [sheets, facts] = [new SettledSheets(p.database), new SheetFacts(p.database)];
  const reader = new SheetReader(sheets, facts, new Employees(p.database), placements, statements);
  const toldDays = new ToldDays(p.database);
  const clawBack = new ClawBackLoans(formulas, parts, loans, deferreds, new BonusClawbacks(p.database), balances);
  const payouts = new BonusPayouts(statements, deferreds, balances, p.handoffs);
  const release = new DeferredRelease(formulas, parts, loans, payouts, reader);
  const noteLoan = new NoteBonusLoan(loans, parts, statements, clawBack, p.clock);
  const notePayment = new NoteBonusPayment(statements, deferreds);
  const inbox = inboxOf(p, [
    new NoteBonusLoanWhenStatusChanged(noteLoan),
    new NoteBonusLoanWhenWrittenOff(noteLoan),
    new NoteBonusLoanWhenReversed(noteLoan),
    new NoteDayWhenEnded(new NoteDayEnd(toldDays)),
    new NoteBonusWhenPaid(notePayment),
    new NoteBonusWhenReturned(notePayment),
  ]);
  await dayTold(inbox, addDays(p.clock.today(), -1));
  return {
    ...{ p, inbox, formulas, statements, deferreds, balances, stop: () => p.stop() },
    clerk: person('hr', 'hr-manager'),
    boss: person('hr', 'hr-manager'),
    draft: new DraftBonusFormula(p.work, formulas, p.clock),
    publish: new PublishBonusFormula(p.work, formulas, p.clock),
    withdraw: new WithdrawBonusFormula(p.work, formulas),
    prepare: new PrepareBonuses(p.work, reader, formulas, statements, parts, p.clock),
    approve: new ApproveBonuses(p.work, statements, reader, clawBack, payouts, p.clock),
    reject: new RejectBonus(p.work, statements),
    sendAgain: new SendBonusAgain(p.work, statements, deferreds, payouts, reader),
    releaseDue: () => new ReleaseDeferredBonuses(p.work, deferreds, release, toldDays, p.clock).execute(WATCH),
    read: <T>(act: (tx: never) => Promise<T>) => p.work.run({ actor: ACTOR, operation: 'read' }, (tx) => act(tx as never)),
    snapshot: () => snapshotOf(p, hrService.collections),
  };
}

const ACTOR = { kind: 'service', service: 'hr' } as const;

export type BonusDesk = Awaited<ReturnType<typeof bonusDesk>>;

/** A formula that somebody drafted and somebody else published. */
export async function publishedFormula(desk: BonusDesk, fromQuarter: string, formula: BonusFormula = goodFormula): Promise<string> {
  const formulaId = await desk.draft.execute(desk.clerk, { fromQuarter, formula, reason: '本年度奖金办法' });
  return desk.publish.execute(desk.boss, { formulaId });
}

export interface SheetGiven {
  readonly quarter: string;
  readonly loans?: readonly number[];
  readonly state?: 'OPEN' | 'CLOSED';
  readonly total?: number;
  readonly performance?: number;
  readonly severe?: readonly string[];
}

export interface GivenSheet {
  readonly employeeId: string;
  readonly quarter: string;
  readonly loanIds: readonly string[];
}

/** A closed sheet with the loans behind it, on target. */
export async function givenSheet(
  p: Pick<Platform, 'work' | 'database'>,
  given: SheetGiven,
  employeeId: string = newId('emp'),
): Promise<GivenSheet> {
  const { quarter, loans = [60_000_000, 40_000_000], state = 'CLOSED', total = 100, performance = 100, severe = [] } = given;
  const day = `${quarter.slice(0, 4)}-${String(Number(quarter.slice(6)) * 3).padStart(2, '0')}-15` as LocalDate;
  const sold = loans.map((value) => ({ kind: 'LOAN_DISBURSED' as const, aboutId: newId('lon'), value, marked: false }));
  const violations = severe.map((aboutId) => ({ kind: 'VIOLATION' as const, aboutId, value: 1, marked: true }));
  const disbursedFen = loans.reduce((sum, one) => sum + one, 0);
  const counted = { ...figures, disbursedFen, loans: loans.length, severeViolations: severe.length };
  await p.work.run({ actor: ACTOR, operation: 'given' }, async (tx) => {
    const facts = new AppraisalFacts(p.database);
    for (const fact of [...sold, ...violations])
      await facts.insert({ ...fact, id: newId('fct'), version: 0, employeeId, quarter, occurredOn: day }, tx);
    const sheet = { id: newId('apr'), version: 0, employeeId, quarter, schemeId: newId('sch'), state, openedOn: day };
    const lines = [{ indicator: 'DISBURSED_AMOUNT' as const, weight: 100, actual: 1, points: performance }];
    const closed =
      state === 'CLOSED' ? { closedOn: day, figures: counted, total, lines } : { closedOn: null, figures: null, total: null, lines: [] };
    await new AppraisalSheets(p.database).insert({ ...sheet, ...closed }, tx);
  });
  await known(p, employeeId);
  return { employeeId, quarter, loanIds: sold.map(({ aboutId }) => aboutId) };
}

/** The row of the person, which payments and violations write in turn. */
async function known({ database }: Pick<Platform, 'database'>, employeeId: string): Promise<void> {
  const row = { version: 1, employeeNo: employeeId, roles: ['salesperson'], active: true };
  await database.collection<{ _id: string }>('employees').updateOne({ _id: employeeId }, { $setOnInsert: row }, { upsert: true });
}

/** Prepared by the clerk; `approve` goes on to the other person. */
export async function prepared(desk: BonusDesk, { employeeId, quarter }: GivenSheet): Promise<string> {
  const { bonusIds } = await desk.prepare.execute(desk.clerk, { quarter, employeeId });
  return bonusIds[0] ?? '';
}

export async function approved(desk: BonusDesk, sheet: GivenSheet, by: EmployeeActor = desk.boss): Promise<string> {
  const bonusId = await prepared(desk, sheet);
  await desk.approve.execute(by, { bonusIds: [bonusId] });
  return bonusId;
}

export const bonusOf = (desk: BonusDesk, id: string) => desk.read((tx) => desk.statements.get(id, tx));
export const deferredOf = (desk: BonusDesk, id: string) => desk.read((tx) => desk.deferreds.ofStatement(id, tx));
export const owedBy = async (desk: BonusDesk, employeeId: string) =>
  (await desk.read((tx) => desk.balances.find(employeeId, tx)))?.owedFen ?? 0;
export const rowsOf = (desk: BonusDesk, collection: string, filter: object) =>
  desk.p.database
    .collection(collection)
    .find(filter as never)
    .sort({ _id: 1 })
    .toArray();
export const workOf = async (desk: BonusDesk, employeeId: string) =>
  (await handoffRows(desk.p)).filter((row) => row.subject === employeeId);

const source = new MessageSource();

/** Finance has ended a business day. */
export const dayTold = (inbox: Inbox, businessDate: string) =>
  inbox.receive(source.event('finance.day-ended.v1', `day_${'0'.repeat(26)}`, { businessDate }));

/** What finance says of a loan. */
export const loanTold = (inbox: Inbox, loanId: string, told: Pick<BonusLoan, 'bucket' | 'loanClass'> & { readonly on: string }) =>
  inbox.receive(
    source.event('finance.loan-status-changed.v1', loanId, {
      ...{ loanId, applicationId: newId('app'), customerId: newId('cus'), salespersonId: newId('emp'), businessDate: told.on },
      ...{ daysPastDue: 95, bucket: told.bucket, previousBucket: 'CURRENT', loanClass: told.loanClass, previousClass: 'PASS' },
      outstandingPrincipalFen: 1_000,
    }),
  );

export const loanWrittenOff = (inbox: Inbox, loanId: string, writtenOffOn: string) =>
  inbox.receive(
    source.event('finance.loan-written-off.v1', loanId, {
      ...{ loanId, applicationId: newId('app'), customerId: newId('cus'), salespersonId: newId('emp'), writtenOffOn, principalFen: 1_000 },
    }),
  );

export const loanReversed = (inbox: Inbox, loanId: string, reversedOn: string) =>
  inbox.receive(
    source.event('finance.disbursement-reversed.v1', newId('app'), {
      ...{ loanId, disbursementId: newId('dis'), contractId: newId('con'), applicationId: newId('app'), customerId: newId('cus') },
      ...{ salespersonId: newId('emp'), amountFen: 1_000, cause: 'BANK_RETURNED', reversedOn },
    }),
  );

/** A severe violation that hr heard in a quarter. */
export async function severeHeard(p: Pick<Platform, 'work' | 'database'>, employeeId: string, quarter: string): Promise<string> {
  const aboutId = newId('vio');
  const fact = { id: newId('fct'), version: 0, employeeId, quarter, kind: 'VIOLATION' as const, aboutId, value: 1, marked: true };
  await p.work.run({ actor: ACTOR, operation: 'given' }, (tx) =>
    new AppraisalFacts(p.database).insert({ ...fact, occurredOn: `${quarter.slice(0, 4)}-02-15` }, tx),
  );
  return aboutId;
}

/** The same as hr takes it in: with the person's row written. */
export async function violated(p: Pick<Platform, 'work' | 'database'>, employeeId: string): Promise<void> {
  const fact = {
    id: newId('fct'),
    version: 0,
    employeeId,
    quarter: '2026-Q2',
    kind: 'VIOLATION' as const,
    aboutId: newId('vio'),
    value: 1,
  };
  await p.work.run({ actor: ACTOR, operation: 'given' }, async (tx) => {
    await new Employees(p.database).lock(employeeId, tx);
    await new AppraisalFacts(p.database).insert({ ...fact, marked: true, occurredOn: '2026-04-15' }, tx);
  });
}

/** Finance paid the work, or gave it back. */
export const financePaid = (inbox: Inbox, employeeId: string, handoffId: string, paidOn: string) =>
  inbox.receive(
    source.event(
      'finance.handoff-completed.v1',
      employeeId,
      {
        ...{ handoffId, handoff: 'pay-bonus', at: '2026-04-20T02:00:00.000Z' },
        result: { paymentId: newId('bop'), amountFen: 1, paidOn, reference: `SIM-${handoffId}` },
      },
      handoffId,
    ),
  );

export const financeReturned = (inbox: Inbox, employeeId: string, handoffId: string, code: string) =>
  inbox.receive(
    source.event(
      'finance.handoff-returned.v1',
      employeeId,
      { handoffId, handoff: 'pay-bonus', at: '2026-04-20T02:00:00.000Z', code, reasons: ['账户已销户'] },
      handoffId,
    ),
  );
