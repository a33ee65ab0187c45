// Fills a sales database with customers, leads, loan stories, care and the work of the team in the numbers of a grown company, with what is owed today. Rows are
// made as the repositories make them: encryption, blind indexes, computed fields and indexes are the real ones. The same seed gives the same book, ids included,
// when it is filled on the same day.
import { parseLocalDate } from '@weilend/kernel';
import type { EmployeeActor } from '@weilend/kernel';
import { Activities, Campaigns, Partners } from '@weilend/sales-service/persistence/acquisition/source.repository.js';
import { Products } from '@weilend/sales-service/persistence/enquiry/enquiry.repository.js';
import { idAt } from './sales-book-people.ts';
import type { BookFrame } from './sales-book-people.ts';
import { activityOf, campaignOf, partnerOf } from './sales-book-team.ts';
import { SALES } from './sales-books.ts';
import type { SalesBooks } from './sales-books.ts';
import { writeCare, writeLoans, writePeople, writeTeam } from './sales-book-rows.ts';
import type { BookPlan } from './sales-book-rows.ts';
import { Pen } from './sales-book-pen.ts';

export interface FilledBook {
  readonly frame: BookFrame;
  readonly manager: EmployeeActor;
  readonly salespeople: readonly EmployeeActor[];
  /** Rows by collection. */
  readonly rows: Readonly<Record<string, number>>;
}

const PARTNERS = 20;
const ACTIVITIES = 60;
const CAMPAIGNS = 12;
/** Registers were begun long ago. */
const BASE_MS = 1_650_000_000_000;

/** The whole book; nothing of it may be in the database yet. */
export async function fillSalesBook(books: SalesBooks, plan: BookPlan): Promise<FilledBook> {
  const people = peopleOf(plan);
  const frame = frameOf(books, plan, people);
  const pen = new Pen(books);
  await writeRegisters(pen, frame, strangersOf(plan, people));
  await writePeople(pen, plan, frame);
  await writeLoans(pen, plan, frame);
  await writeCare(pen, plan, frame);
  await writeTeam(pen, frame);
  return { frame, ...people, rows: await rowsOf(books) };
}

type People = Pick<FilledBook, 'manager' | 'salespeople'>;

function peopleOf({ seed, salespeople = 40, named }: BookPlan): People {
  const hired = (n: number): string => idAt('emp', new Date(1_600_000_000_000 + seed * 1_000 + n));
  const person = (employeeId: string, role: 'salesperson' | 'sales-manager'): EmployeeActor => ({
    ...{ kind: 'employee', employeeId, department: 'sales', roles: [role] },
  });
  return {
    manager: person(named?.managerId ?? hired(0), 'sales-manager'),
    salespeople: Array.from({ length: salespeople }, (_none, n) => person(named?.salespeopleIds[n] ?? hired(n + 1), 'salesperson')),
  };
}

/** People whom nobody has on file yet. */
const strangersOf = ({ named: known }: BookPlan, { salespeople }: People): readonly EmployeeActor[] =>
  salespeople.filter(({ employeeId }) => !known?.salespeopleIds.includes(employeeId));

/** What everything refers to. */
function frameOf(books: SalesBooks, plan: BookPlan, { manager, salespeople }: People): BookFrame {
  const today = books.platform.clock.today();
  const ids = (prefix: 'ptn' | 'act' | 'prd' | 'cmp', count: number) =>
    Array.from({ length: count }, (_none, n) => idAt(prefix, new Date(BASE_MS + n)));
  return {
    ...{ seed: plan.seed, today, now: new Date(`${today}T01:00:00Z`), productId: ids('prd', 1)[0] ?? '' },
    ...{ partnerIds: ids('ptn', PARTNERS), activityIds: ids('act', ACTIVITIES), campaignIds: ids('cmp', CAMPAIGNS) },
    ...{ managerId: manager.employeeId, salespeople: salespeople.map(({ employeeId }) => employeeId) },
  };
}

/** People who are not on file, one product, campaigns, activities, partners. */
async function writeRegisters(pen: Pen, frame: BookFrame, strangers: readonly EmployeeActor[]): Promise<void> {
  const { work, directory } = pen.books.platform;
  const { managerId } = frame;
  await work.run({ actor: SALES, operation: 'fill-book' }, async (tx) => {
    for (const { employeeId, roles } of strangers)
      await directory.apply({ employeeId, department: 'sales', roles: roles as never, managerId, active: true }, tx);
  });
  await pen.write(Products, [{ id: frame.productId, version: 0, versions: [PRODUCT] }]);
  await pen.write(
    Campaigns,
    frame.campaignIds.map((id, n) => campaignOf(frame, id, n)),
  );
  await pen.write(
    Activities,
    frame.activityIds.map((id, n) => activityOf(frame, id, n)),
  );
  await pen.write(
    Partners,
    frame.partnerIds.map((id, n) => partnerOf(frame, id, n)),
  );
}

const PRODUCT = {
  ...{ version: 1, code: 'P1', name: '经营贷', customerTypes: ['INDIVIDUAL', 'SELF_EMPLOYED', 'MICRO_ENTERPRISE'] as const },
  ...{ purposes: ['WORKING_CAPITAL', 'EQUIPMENT', 'STOCK_PURCHASE'], methods: ['EQUAL_INSTALMENT', 'EQUAL_PRINCIPAL', 'INTEREST_ONLY'] },
  ...{ minAmountFen: 100_000, maxAmountFen: 50_000_000, minTermMonths: 1, maxTermMonths: 36, annualRate: '0.12', penaltyFactor: '1.5' },
  effectiveFrom: parseLocalDate('2020-01-01'),
};

const COUNTED = [
  ...[
    'customers',
    'leads',
    'enquiries',
    'proposals',
    'applications',
    'contracts',
    'return_visits',
    'planned_visits',
    'interactions',
    'follow_ups',
  ],
  ...[
    'feedback_tickets',
    'satisfaction_marks',
    'survey_invitations',
    'customer_event_invitations',
    'work_logs',
    'customer_results',
    'contract_amendments',
  ],
  ...['referral_credits', 'sales_problems', 'market_reports'],
];

async function rowsOf({ platform }: SalesBooks): Promise<Record<string, number>> {
  const counted: Record<string, number> = {};
  for (const name of COUNTED) counted[name] = await platform.database.collection(name).countDocuments();
  return counted;
}
