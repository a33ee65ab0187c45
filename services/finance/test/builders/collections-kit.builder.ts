import { addDays, daysBetween, newId } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { person, seedPeople } from '@weilend/testing';
import { aLoan } from '../../src/domain/loan/loan.builder.js';
import { partOf } from '../../src/domain/loan/loan.js';
import type { Loan } from '../../src/domain/loan/loan.js';
import { CallAllowances } from '../../src/queries/call-allowance.queries.js';
import { CollectionHistory } from '../../src/queries/collection-history.queries.js';
import { CollectionItems } from '../../src/queries/collection-items.queries.js';
import { CollectionWorklist } from '../../src/queries/collection-worklist.queries.js';
import { LoanQueries } from '../../src/queries/loan.queries.js';
import { AssignCollection } from '../../src/use-cases/assign-collection/assign-collection.use-case.js';
import { CancelPromise } from '../../src/use-cases/cancel-promise/cancel-promise.use-case.js';
import { ContactDesk } from '../../src/use-cases/contact-desk.js';
import { OpenCollectionCases } from '../../src/use-cases/open-collection-cases.js';
import { PlanCollection } from '../../src/use-cases/plan-collection/plan-collection.use-case.js';
import { PromiseBook } from '../../src/use-cases/promise-book.js';
import { RecordCollectionContact } from '../../src/use-cases/record-collection-contact/record-collection-contact.use-case.js';
import type { RecordCollectionContactRequest } from '../../src/use-cases/record-collection-contact/record-collection-contact.use-case.js';
import { AskAboutArrears } from '../../src/use-cases/run-collection-day/ask-about-arrears.js';
import { JudgePromise } from '../../src/use-cases/run-collection-day/judge-promise.js';
import { KeepCollectionCases } from '../../src/use-cases/run-collection-day/keep-collection-cases.js';
import { RunCollectionDay } from '../../src/use-cases/run-collection-day/run-collection-day.use-case.js';
import { financeKit, people } from './finance-kit.builder.js';
import type { FinanceKit } from './finance-kit.builder.js';

const ACTOR = { kind: 'service', service: 'finance' } as const;
export const collector = person('finance', 'finance-officer');

/** Collections built by hand on a database of its own, with a collector in office. */
export async function collectionsKit() {
  const kit = await financeKit();
  await seedPeople(kit.p, [collector, people.salesperson, people.checker]);
  const { p, repos } = kit;
  const { loans, cases, contacts, promises, repayments, collectionDays, collectionRules: rules } = repos;
  const open = new OpenCollectionCases(loans, cases, p.clock);
  const desk = new ContactDesk(contacts, rules, p.clock);
  const record = new RecordCollectionContact(p.work, open, cases, desk, new PromiseBook(promises, rules), p.clock);
  const arrears = new AskAboutArrears(loans, cases, rules, p.handoffs, p.clock);
  const keep = new KeepCollectionCases(p.work, open, cases, loans, arrears, p.clock);
  const judge = new JudgePromise(promises, cases, loans, repayments, p.outbox, p.clock);
  const items = new CollectionItems(p.database, rules, p.clock);
  return {
    ...kit,
    /** A late loan from `lateSince`, which is the due day of its first instalment; nothing is paid. */
    lend: (lateSince: LocalDate, change: Partial<Loan> = {}) => lend(kit, lateSince, change),
    contact: (loanId: string, change: Partial<RecordCollectionContactRequest> = {}) =>
      record.execute(collector, { ...aCall(p.clock.today()), loanId, ...change }),
    assign: new AssignCollection(p.work, open, cases, p.directory),
    plan: new PlanCollection(p.work, open, cases, p.clock),
    cancelPromise: new CancelPromise(p.work, promises, cases, p.clock),
    collectionDay: new RunCollectionDay(p.work, collectionDays, keep, promises, judge, p.clock),
    worklist: new CollectionWorklist(p.database, items, p.clock),
    history: new CollectionHistory(p.database),
    allowances: new CallAllowances(p.database, new LoanQueries(p.database), rules, p.clock),
    rows: <T = Record<string, unknown>>(collection: string, filter: object = {}) =>
      p.database.collection(collection).find(filter).sort({ _id: 1 }).toArray() as unknown as Promise<T[]>,
  };
}
export type CollectionsKit = Awaited<ReturnType<typeof collectionsKit>>;

/** A local time on a day in Shanghai. */
export const at = (on: LocalDate, time = '10:00'): Date => new Date(`${on}T${time}:00+08:00`);

/** A conversation with the debtor yesterday morning. */
function aCall(today: LocalDate): Omit<RecordCollectionContactRequest, 'loanId'> {
  return {
    ...({ channel: 'CALL', whom: 'DEBTOR', result: 'CALL_BACK', effectiveVoice: true, note: '周五再联系' } as const),
    ...{ tookPlaceAt: at(addDays(today, -1)), recordingRef: 'rec-1', promise: null, nextActionOn: null },
    ...{ personName: null, guaranteeRef: null, thirdPartyReason: null },
  };
}

async function lend({ p, repos }: FinanceKit, lateSince: LocalDate, change: Partial<Loan>): Promise<Loan> {
  const loan = lateLoan(lateSince, change);
  return p.work.run({ actor: ACTOR, operation: 'test' }, async (tx) => {
    const exposure = await repos.exposures.of(loan.customerId, tx);
    const outstandingFen = exposure.outstandingFen + loan.outstandingFen;
    await repos.exposures.put({ ...exposure, outstandingFen, loans: exposure.loans + 1 }, tx);
    return repos.loans.insert(loan, tx);
  });
}

/** The loan of the builder with ids of its own, moved in time so that its first instalment falls due on a day. */
export function lateLoan(firstDueOn: LocalDate, change: Partial<Loan> = {}): Loan {
  const made = aLoan();
  const [first] = made.rows;
  if (!first) throw new Error('a loan has an instalment');
  const moved = (on: LocalDate): LocalDate => addDays(firstDueOn, daysBetween(first.dueOn, on));
  const id = newId('lon');
  const ids = {
    ...{ id, contractId: newId('con'), applicationId: newId('app'), customerId: newId('cus'), salespersonId: newId('emp') },
    ...{ disbursementId: newId('dis'), productId: newId('prd'), part: partOf(id) },
  };
  const disbursedOn = moved(made.disbursedOn);
  const dates = { disbursedOn, agedOn: disbursedOn, nextChangeOn: disbursedOn };
  const rows = made.rows.map((row) => ({ ...row, dueOn: moved(row.dueOn) }));
  return { ...made, ...ids, ...dates, rows, ...change };
}
