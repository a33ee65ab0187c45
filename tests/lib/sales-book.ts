// Fills a sales database with customers, leads, loan stories, care and the work of the team in the numbers of a grown company, with what is owed today. Rows are
// made as the repositories make them: encryption, blind indexes, computed fields and indexes are the real ones. The same seed gives the same book, ids included,
// when it is filled on the same day.
import { parseLocalDate } from '@weilend/kernel';
import type { EmployeeActor } from '@weilend/kernel';
import type { Repository, Tx } from '@weilend/mongo';
import { progressByLead, reachedOf } from '@weilend/sales-service/domain/acquisition/lead-progress.js';
import type { ReferralCredit } from '@weilend/sales-service/domain/acquisition/referral.js';
import type { LoanApplication } from '@weilend/sales-service/domain/application/application.js';
import type { Customer } from '@weilend/sales-service/domain/customer/customer-file.js';
import type { Lead } from '@weilend/sales-service/domain/enquiry/lead.js';
import { addLoan } from '@weilend/sales-service/domain/team/loan-results.js';
import type { CustomerResults } from '@weilend/sales-service/domain/team/loan-results.js';
import { Leads } from '@weilend/sales-service/persistence/acquisition/lead.repository.js';
import { ReferralCredits } from '@weilend/sales-service/persistence/acquisition/referral.repository.js';
import { Activities, Campaigns, Partners } from '@weilend/sales-service/persistence/acquisition/source.repository.js';
import { Applications } from '@weilend/sales-service/persistence/application/application.repository.js';
import { CustomerEvents, EventInvitations } from '@weilend/sales-service/persistence/care/event.repository.js';
import { FeedbackTickets } from '@weilend/sales-service/persistence/care/feedback.repository.js';
import { Questionnaires, SurveyCampaigns, SurveyInvitations } from '@weilend/sales-service/persistence/care/survey.repository.js';
import { FollowUps, PlannedVisits, ReturnVisits, SatisfactionMarks } from '@weilend/sales-service/persistence/care/visit.repository.js';
import { ContractAmendments } from '@weilend/sales-service/persistence/contract/amendment.repository.js';
import { Contracts } from '@weilend/sales-service/persistence/contract/contract.repository.js';
import { Customers } from '@weilend/sales-service/persistence/customer/customer.repository.js';
import { Enquiries, Products, Proposals } from '@weilend/sales-service/persistence/enquiry/enquiry.repository.js';
import { Interactions } from '@weilend/sales-service/persistence/enquiry/interaction.repository.js';
import { ImportRuns } from '@weilend/sales-service/persistence/import/import.repository.js';
import {
  MarketReports,
  SalesPlans,
  SalesProblems,
  SalesResults,
  WorkLogs,
} from '@weilend/sales-service/persistence/team/team.repository.js';
import { Long } from 'mongodb';
import { Random } from '../faults/lib/random.ts';
import {
  askedOf,
  eventOf,
  followUpOf,
  guestOf,
  interactionOf,
  markOf,
  plannedVisitOf,
  questionnaireOf,
  surveyOf,
  ticketOf,
} from './sales-book-care.ts';
import { freshEnquiryOf, loanStory, visitOf } from './sales-book-loans.ts';
import type { LoanStory } from './sales-book-loans.ts';
import { customerOf, idAt, leadOfCustomer, openLeadOf } from './sales-book-people.ts';
import type { BookFrame } from './sales-book-people.ts';
import { activityOf, amendmentOf, campaignOf, importRunOf, partnerOf, planOf, problemOf, reportOf, workLogOf } from './sales-book-team.ts';
import { SALES } from './sales-books.ts';
import type { SalesBooks } from './sales-books.ts';

export interface BookPlan {
  readonly customers: number;
  readonly applications: number;
  readonly seed: number;
  /** How many; those that are named count. */
  readonly salespeople?: number;
  /** People who are on file already: the first ones have the most customers. */
  readonly named?: { readonly managerId: string; readonly salespeopleIds: readonly string[] };
}

export interface FilledBook {
  readonly frame: BookFrame;
  readonly manager: EmployeeActor;
  readonly salespeople: readonly EmployeeActor[];
  /** Rows by collection. */
  readonly rows: Readonly<Record<string, number>>;
}

/** Rows that are made and written in one go. */
const BATCH = 500;
/** Batches at the same time: while the server writes one, the next is being made. */
const AT_ONCE = 2;
const PARTNERS = 20;
const ACTIVITIES = 60;
const CAMPAIGNS = 12;
const WORK_DAYS = 180;
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

interface Row {
  readonly id: string;
  readonly version: number;
}
type Collection<T extends Row> = new (...parts: never[]) => Repository<T>;
/** What a repository knows of how its rows are stored; it shows that to nobody but itself. */
interface Inside<T> {
  readonly definition: { readonly name: string };
  toDocument(row: T): Record<string, unknown>;
}

/** Writes rows: the first batch of each kind through its repository, which checks every member against the schema, the rest past that check, for its cost. */
class Pen {
  readonly books: SalesBooks;
  readonly #checked = new Set<unknown>();

  constructor(books: SalesBooks) {
    this.books = books;
  }

  async write<T extends Row>(type: Collection<T>, rows: readonly T[]): Promise<void> {
    if (rows.length === 0) return;
    const repository = this.books.get(type);
    if (!this.#checked.has(type)) {
      this.#checked.add(type);
      const write = (tx: Tx): Promise<void> => repository.insertMany(rows, tx);
      return this.books.platform.work.run({ actor: SALES, operation: 'fill-book' }, write);
    }
    const inside = repository as unknown as Inside<T>;
    const documents = rows.map((row) => stored(inside.toDocument({ ...row, version: 1 })) as { _id: string });
    await this.books.platform.database.collection<{ _id: string }>(inside.definition.name).insertMany(documents, { ordered: false });
  }

  /** Begins the batches in order, a few at a time. */
  async batches(total: number, write: (range: readonly number[]) => Promise<void>): Promise<void> {
    let next = 0;
    const worker = async (): Promise<void> => {
      while (next < total) {
        const from = next;
        next += BATCH;
        await write(Array.from({ length: Math.min(BATCH, total - from) }, (_none, i) => from + i));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
  }

  rows<T extends Row>(type: Collection<T>, total: number, make: (n: number) => T): Promise<void> {
    return this.batches(total, (range) => this.write(type, range.map(make)));
  }
}

/** As the schema casts it: amounts are kept as long integers. */
function stored(value: unknown, name = ''): unknown {
  if (typeof value === 'number') return name.endsWith('Fen') ? Long.fromNumber(value) : value;
  if (value === null || typeof value !== 'object' || value instanceof Date || value instanceof Long) return value;
  if (Array.isArray(value)) return value.map((one) => stored(one));
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, stored(one, key)]));
}

/** Customers with the leads by which they came and the visit that comes next, and leads that became nobody. */
async function writePeople(pen: Pen, { customers: N }: BookPlan, frame: BookFrame): Promise<void> {
  await pen.batches(N, async (range) => {
    const made = range.map((n) => ({ n, customer: customerOf(frame, n, N) }));
    await pen.write(
      Customers,
      made.map(({ customer }) => customer),
    );
    await pen.write(
      Leads,
      made.flatMap(({ n, customer }) => leadOfCustomer(frame, customer, n, N) ?? []),
    );
    await pen.write(
      PlannedVisits,
      made.map(({ n, customer }) => plannedVisitOf(frame, customer, n, N)),
    );
  });
  const openLeads = Math.ceil(N * 0.15);
  await pen.rows(Leads, openLeads, (n) => openLeadOf(frame, n, openLeads, N));
}

/** Somebody of the first customers, by share. */
function somebody({ seed, customers: N }: BookPlan, frame: BookFrame, purpose: string): (n: number, reach?: number) => Customer {
  return (n, reach = 1) => customerOf(frame, Math.floor(new Random(seed, `${purpose} ${n}`).next() * Math.max(1, reach * N)), N);
}

type Outcome = Pick<LoanApplication, 'createdAt' | 'rounds' | 'facts' | 'signedAt'>;

async function writeLoans(pen: Pen, plan: BookPlan, frame: BookFrame): Promise<void> {
  const { applications: M } = plan;
  const borrower = somebody(plan, frame, 'borrower');
  const outcomes = new Map<string, { readonly customer: Customer; readonly of: Outcome[] }>();
  await pen.batches(M, async (range) => {
    const stories = range
      .map((n) => ({ n, customer: borrower(n, (n + 1) / M) }))
      .map((one) => ({ ...one, story: loanStory(frame, one.customer, one.n, M) }));
    for (const { customer, story } of stories) {
      const { createdAt, rounds, facts, signedAt } = story.application;
      const known = outcomes.get(customer.id) ?? { customer, of: [] };
      known.of.push({ createdAt, rounds, facts, signedAt });
      outcomes.set(customer.id, known);
    }
    await writeStories(
      pen,
      stories.map(({ story }) => story),
    );
    const restructured = stories.filter(({ n, story }) => n % 50 === 0 && story.contract?.signedAt);
    await pen.write(
      ContractAmendments,
      restructured.map(({ n, story }) =>
        amendmentOf(frame, story.contract as NonNullable<LoanStory['contract']>, { n, isOwed: n > M * 0.9 }),
      ),
    );
  });
  const asking = somebody(plan, frame, 'asking');
  const fresh = Math.ceil(M * 0.1);
  await pen.batches(fresh, async (range) => {
    const made = range.map((n) => freshEnquiryOf(frame, asking(n), n, fresh));
    await pen.write(
      Enquiries,
      made.map(({ enquiry }) => enquiry),
    );
    await pen.write(
      Proposals,
      made.flatMap(({ proposal }) => proposal ?? []),
    );
  });
  await writeOutcomes(pen, [...outcomes.values()]);
}

async function writeStories(pen: Pen, stories: readonly LoanStory[]): Promise<void> {
  await pen.write(
    Enquiries,
    stories.map(({ enquiry }) => enquiry),
  );
  await pen.write(
    Proposals,
    stories.map(({ proposal }) => proposal),
  );
  await pen.write(
    Applications,
    stories.map(({ application }) => application),
  );
  await pen.write(
    Contracts,
    stories.flatMap(({ contract }) => contract ?? []),
  );
}

/** What applications mean elsewhere: how far the leads came, what was paid out to whom, what referrals earned. */
async function writeOutcomes(
  pen: Pen,
  outcomes: readonly { readonly customer: Customer; readonly of: readonly Outcome[] }[],
): Promise<void> {
  const leads = pen.books.platform.database.collection<
    { _id: string } & Pick<Lead, 'firstRespondedAt' | 'enquiredAt' | 'convertedAt' | 'referrerId'>
  >('leads');
  await pen.batches(outcomes.length, async (range) => {
    const batch = range.flatMap((n) => outcomes[n] ?? []);
    await pen.write(SalesResults, batch.flatMap(resultsOf));
    const ids = batch.flatMap(({ customer }) => customer.leadId ?? []);
    const rows = new Map((await leads.find({ _id: { $in: ids } }).toArray()).map((row) => [row._id, row]));
    const credits: ReferralCredit[] = [];
    const changes = batch.flatMap(({ customer, of }) => {
      const lead = rows.get(customer.leadId ?? '');
      if (!lead) return [];
      const progress = progressByLead([{ id: lead._id, convertedAt: lead.convertedAt }], of).get(lead._id);
      if (!progress) return [];
      if (lead.referrerId && progress.loans > 0) credits.push(creditOf(customer, lead._id, lead.referrerId, of));
      const update = { $set: { progress: stored(progress) as typeof progress, reached: reachedOf({ ...lead, progress }) } };
      return [{ updateOne: { filter: { _id: lead._id }, update } }];
    });
    if (changes.length > 0) await leads.bulkWrite(changes as never, { ordered: false });
    await pen.write(ReferralCredits, credits);
  });
}

function resultsOf({ customer, of }: { readonly customer: Customer; readonly of: readonly Outcome[] }): CustomerResults[] {
  const none: CustomerResults = { id: customer.id, version: 0, loans: [] };
  const results = of.reduce((before, { facts: { disbursed } }) => {
    if (!disbursed) return before;
    const { loanId, amountFen, disbursedOn } = disbursed;
    return addLoan(before, {
      loanId,
      applicationId: loanId.replace('lon', 'app'),
      salespersonId: customer.ownerId,
      amountFen,
      disbursedOn,
    });
  }, none);
  return results.loans.length > 0 ? [results] : [];
}

function creditOf(customer: Customer, leadId: string, referrerId: string, of: readonly Outcome[]): ReferralCredit {
  const paid = of.flatMap(({ facts: { disbursed } }) => disbursed ?? []).sort((a, b) => a.at.getTime() - b.at.getTime())[0];
  if (!paid) throw new Error(`${customer.id} was paid nothing`);
  const steps = [{ event: 'earn' as const, loanId: paid.loanId, by: null, note: null, at: paid.at }];
  const reward = { kind: 'GIFT', amount: 200 };
  return {
    id: idAt('rfc', paid.at),
    version: 0,
    ...reward,
    state: 'earned',
    referrerId,
    customerId: customer.id,
    leadId,
    earnedOn: paid.disbursedOn,
    steps,
  };
}

async function writeCare(pen: Pen, plan: BookPlan, frame: BookFrame): Promise<void> {
  const { customers: N } = plan;
  const visited = somebody(plan, frame, 'visited');
  const visits = Math.ceil(N * 0.5);
  await pen.batches(visits, async (range) => {
    const made = range.map((n) => visitOf(frame, visited(n, (n + 1) / visits), n, visits));
    await pen.write(ReturnVisits, made);
    await pen.write(
      SatisfactionMarks,
      made.flatMap((visit) => markOf(visit) ?? []),
    );
  });
  const [talks, followUps, tickets] = [Math.ceil(N * 0.3), Math.ceil(N * 0.03), Math.ceil(N * 0.02)];
  const talked = somebody(plan, frame, 'talked');
  await pen.rows(Interactions, talks, (n) => interactionOf(frame, talked(n, (n + 1) / talks), n, talks));
  await pen.rows(FollowUps, followUps, (n) => followUpOf(frame, talked(n, (n + 1) / followUps), n, followUps));
  await pen.rows(FeedbackTickets, tickets, (n) => ticketOf(frame, visited(n, (n + 1) / tickets), n, tickets));
  await writeInvitations(pen, plan, frame);
}

/** Events and surveys, each with a share of the customers. */
async function writeInvitations(pen: Pen, { customers: N }: BookPlan, frame: BookFrame): Promise<void> {
  const [events, surveys] = [36, 8];
  const made = Array.from({ length: events }, (_none, n) => eventOf(frame, n, events));
  await pen.write(CustomerEvents, made);
  const spread = (place: number, count: number, n: number): Customer =>
    customerOf(frame, (place * 17 + n * Math.max(1, Math.floor(N / count))) % N, N);
  const [guests, asked] = [Math.min(60, N), Math.min(N, Math.max(50, Math.ceil(N * 0.01)))];
  for (const [place, event] of made.entries()) await pen.rows(EventInvitations, guests, (n) => guestOf(event, spread(place, guests, n), n));
  const questionnaires = [0, 1].map((n) => questionnaireOf(frame, n));
  await pen.write(Questionnaires, questionnaires);
  for (let place = 0; place < surveys; place++) {
    const survey = surveyOf(frame, questionnaires[place % 2] as (typeof questionnaires)[number], place, surveys);
    await pen.write(SurveyCampaigns, [survey]);
    await pen.rows(SurveyInvitations, asked, (n) => askedOf(survey, spread(place, asked, n), n));
  }
}

async function writeTeam(pen: Pen, frame: BookFrame): Promise<void> {
  const { salespeople: people } = frame;
  await pen.rows(SalesPlans, 8, (n) => planOf(frame, n));
  const problems = people.length * 15;
  await pen.rows(SalesProblems, problems, (n) => problemOf(frame, n, problems));
  await pen.rows(MarketReports, 300, (n) => reportOf(frame, n, 300));
  await pen.rows(ImportRuns, 60, (n) => importRunOf(frame, n, 60));
  // Every third has not written anything today.
  const logs = people.flatMap((employeeId, place) =>
    Array.from({ length: WORK_DAYS }, (_none, back) => ({ employeeId, place, back })).filter(({ back }) => back > 0 || place % 3 !== 0),
  );
  await pen.rows(WorkLogs, logs.length, (n) => {
    const { employeeId, place, back } = logs[n] as (typeof logs)[number];
    return workLogOf(frame, employeeId, place, back);
  });
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
