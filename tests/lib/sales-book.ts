// Fills a sales database with customers, leads and loan stories in the numbers of a grown company, through the repositories: encryption, blind indexes, computed
// fields and indexes are the real ones. The same seed gives the same book, ids included, when it is filled on the same day.
import { parseLocalDate } from '@weilend/kernel';
import type { EmployeeActor } from '@weilend/kernel';
import type { Tx } from '@weilend/mongo';
import { Applications } from '@weilend/sales-service/persistence/application/application.repository.js';
import { Contracts } from '@weilend/sales-service/persistence/contract/contract.repository.js';
import { ReturnVisits } from '@weilend/sales-service/persistence/care/visit.repository.js';
import type { Customer } from '@weilend/sales-service/domain/customer/customer-file.js';
import { Customers } from '@weilend/sales-service/persistence/customer/customer.repository.js';
import { Enquiries, Products, Proposals } from '@weilend/sales-service/persistence/enquiry/enquiry.repository.js';
import { Activities, Partners } from '@weilend/sales-service/persistence/acquisition/source.repository.js';
import { Leads } from '@weilend/sales-service/persistence/acquisition/lead.repository.js';
import { freshEnquiryOf, loanStory, visitOf } from './sales-book-loans.ts';
import type { LoanStory } from './sales-book-loans.ts';
import { customerOf, idAt, leadOfCustomer, openLeadOf } from './sales-book-people.ts';
import type { BookFrame } from './sales-book-people.ts';
import { Random } from '../faults/lib/random.ts';
import { SALES } from './sales-books.ts';
import type { SalesBooks } from './sales-books.ts';

export interface BookPlan {
  readonly customers: number;
  readonly applications: number;
  readonly seed: number;
  readonly salespeople?: number;
}

export interface FilledBook {
  readonly frame: BookFrame;
  readonly manager: EmployeeActor;
  readonly salespeople: readonly EmployeeActor[];
  /** Rows by collection. */
  readonly rows: Readonly<Record<string, number>>;
}

/** Rows of one transaction. */
const BATCH = 500;
/** Transactions at the same time: while the server writes one, the next is being made. */
const AT_ONCE = 2;
const PARTNERS = 20;
const ACTIVITIES = 60;
/** Registers were begun long ago. */
const BASE_MS = 1_650_000_000_000;

/** The whole book; the database must be new. */
export async function fillSalesBook(books: SalesBooks, plan: BookPlan): Promise<FilledBook> {
  const book = await openSalesBook(books, plan);
  await fillRows(books, plan, book.frame);
  return { ...book, rows: await rowsOf(books) };
}

/** The registers: people, one product, partners, activities. */
async function openSalesBook(books: SalesBooks, plan: BookPlan): Promise<Omit<FilledBook, 'rows'>> {
  const people = peopleOf(plan);
  const frame = frameOf(books, plan);
  await writeRegisters(books, frame, people.salespeople);
  return { frame, ...people };
}

async function fillRows(books: SalesBooks, plan: BookPlan, frame: BookFrame): Promise<void> {
  const { customers: N, applications: M } = plan;
  const [openLeads, fresh, visits] = [Math.ceil(N * 0.15), Math.ceil(M * 0.1), Math.ceil(N * 0.5)];
  /** Somebody of the first customers, by share. */
  const somebody = (purpose: string, n: number, reach: number): Customer => {
    const k = Math.floor(new Random(plan.seed, `${purpose} ${n}`).next() * Math.max(1, reach * N));
    return customerOf(frame, k, N);
  };
  const rowsOfBatch = (total: number, write: (range: readonly number[], tx: Tx) => Promise<void>) => inBatches(books, total, write);
  await rowsOfBatch(N, async (range, tx) => {
    const made = range.map((n) => customerOf(frame, n, N));
    await books.get(Customers).insertMany(made, tx);
    const leads = made.flatMap((one, i) => leadOfCustomer(frame, one, range[i] ?? 0, N) ?? []);
    await books.get(Leads).insertMany(leads, tx);
  });
  await rowsOfBatch(openLeads, (range, tx) =>
    books.get(Leads).insertMany(
      range.map((n) => openLeadOf(frame, n, openLeads, N)),
      tx,
    ),
  );
  await rowsOfBatch(M, (range, tx) =>
    writeStories(
      books,
      range.map((n) => loanStory(frame, somebody('borrower', n, (n + 1) / M), n, M)),
      tx,
    ),
  );
  await rowsOfBatch(fresh, (range, tx) =>
    books.get(Enquiries).insertMany(
      range.map((n) => freshEnquiryOf(frame, somebody('asking', n, 1), n, fresh)),
      tx,
    ),
  );
  await rowsOfBatch(visits, (range, tx) =>
    books.get(ReturnVisits).insertMany(
      range.map((n) => visitOf(frame, somebody('visited', n, (n + 1) / visits), n, visits)),
      tx,
    ),
  );
}

async function writeStories(books: SalesBooks, stories: readonly LoanStory[], tx: Tx): Promise<void> {
  await books.get(Enquiries).insertMany(
    stories.map(({ enquiry }) => enquiry),
    tx,
  );
  await books.get(Proposals).insertMany(
    stories.map(({ proposal }) => proposal),
    tx,
  );
  await books.get(Applications).insertMany(
    stories.map(({ application }) => application),
    tx,
  );
  await books.get(Contracts).insertMany(
    stories.flatMap(({ contract }) => contract ?? []),
    tx,
  );
}

/** Begins the batches in order, a few at a time; a batch is one transaction. */
async function inBatches(books: SalesBooks, total: number, write: (range: readonly number[], tx: Tx) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < total) {
      const from = next;
      next += BATCH;
      const range = Array.from({ length: Math.min(BATCH, total - from) }, (_none, i) => from + i);
      await books.platform.work.run({ actor: SALES, operation: 'fill-book' }, (tx) => write(range, tx));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

function peopleOf({ seed, salespeople = 40 }: BookPlan): Pick<FilledBook, 'manager' | 'salespeople'> {
  const hired = (n: number): string => idAt('emp', new Date(1_600_000_000_000 + seed * 1_000 + n));
  const person = (n: number, role: 'salesperson' | 'sales-manager'): EmployeeActor => ({
    ...{ kind: 'employee', employeeId: hired(n), department: 'sales', roles: [role] },
  });
  return {
    manager: person(0, 'sales-manager'),
    salespeople: Array.from({ length: salespeople }, (_none, n) => person(n + 1, 'salesperson')),
  };
}

/** What everything refers to. */
function frameOf(books: SalesBooks, plan: BookPlan): BookFrame {
  const today = books.platform.clock.today();
  const ids = (prefix: 'ptn' | 'act' | 'prd', count: number) =>
    Array.from({ length: count }, (_none, n) => idAt(prefix, new Date(BASE_MS + n)));
  return {
    ...{ seed: plan.seed, today, now: new Date(`${today}T01:00:00Z`), productId: ids('prd', 1)[0] ?? '' },
    ...{ partnerIds: ids('ptn', PARTNERS), activityIds: ids('act', ACTIVITIES) },
    salespeople: peopleOf(plan).salespeople.map(({ employeeId }) => employeeId),
  };
}

async function writeRegisters(books: SalesBooks, frame: BookFrame, salespeople: readonly EmployeeActor[]): Promise<void> {
  const { work, directory } = books.platform;
  const { today, productId, partnerIds, activityIds } = frame;
  const by = frame.salespeople[0] ?? '';
  await work.run({ actor: SALES, operation: 'fill-book' }, async (tx) => {
    for (const { employeeId, roles } of salespeople)
      await directory.apply({ employeeId, department: 'sales', roles: roles as never, managerId: null, active: true }, tx);
    await books.get(Products).insert({ id: productId, version: 0, versions: [PRODUCT] }, tx);
    const partners = partnerIds.map((id, n) => ({
      ...{
        id,
        version: 0,
        name: `合作机构 ${n + 1}`,
        creditCode: `91350100M0000${String(n).padStart(5, '0')}`,
        active: n > 1,
        addedBy: by,
      },
      ...{ addedOn: today, endedOn: n > 1 ? null : today },
    }));
    await books.get(Partners).insertMany(partners, tx);
    const activities = activityIds.map((id, n) => ({
      ...{ id, version: 0, kind: 'FAIR' as const, name: `第 ${n + 1} 场展会`, heldOn: today, costFen: 500_000, createdBy: by },
    }));
    await books.get(Activities).insertMany(activities, tx);
  });
}

const PRODUCT = {
  ...{ version: 1, code: 'P1', name: '经营贷', customerTypes: ['INDIVIDUAL', 'SELF_EMPLOYED', 'MICRO_ENTERPRISE'] as const },
  ...{ purposes: ['WORKING_CAPITAL', 'EQUIPMENT', 'STOCK_PURCHASE'], methods: ['EQUAL_INSTALMENT', 'EQUAL_PRINCIPAL', 'INTEREST_ONLY'] },
  ...{ minAmountFen: 100_000, maxAmountFen: 50_000_000, minTermMonths: 1, maxTermMonths: 36, annualRate: '0.12', penaltyFactor: '1.5' },
  effectiveFrom: parseLocalDate('2020-01-01'),
};

const COUNTED = ['customers', 'leads', 'enquiries', 'proposals', 'applications', 'contracts', 'return_visits'];

async function rowsOf({ platform }: SalesBooks): Promise<Record<string, number>> {
  const counted: Record<string, number> = {};
  for (const name of COUNTED) counted[name] = await platform.database.collection(name).countDocuments();
  return counted;
}
