// The rows of a sales book, kind by kind: people, loans with what they mean elsewhere, care, the work of the team.
import { progressByLead, reachedOf } from '@weilend/sales-service/domain/acquisition/lead-progress.js';
import type { ReferralCredit } from '@weilend/sales-service/domain/acquisition/referral.js';
import type { LoanApplication } from '@weilend/sales-service/domain/application/application.js';
import type { Customer } from '@weilend/sales-service/domain/customer/customer-file.js';
import type { Lead } from '@weilend/sales-service/domain/enquiry/lead.js';
import { addLoan } from '@weilend/sales-service/domain/team/loan-results.js';
import type { CustomerResults } from '@weilend/sales-service/domain/team/loan-results.js';
import { Leads } from '@weilend/sales-service/persistence/acquisition/lead.repository.js';
import { ReferralCredits } from '@weilend/sales-service/persistence/acquisition/referral.repository.js';
import { Applications } from '@weilend/sales-service/persistence/application/application.repository.js';
import { CustomerEvents, EventInvitations } from '@weilend/sales-service/persistence/care/event.repository.js';
import { FeedbackTickets } from '@weilend/sales-service/persistence/care/feedback.repository.js';
import { Questionnaires, SurveyCampaigns, SurveyInvitations } from '@weilend/sales-service/persistence/care/survey.repository.js';
import { FollowUps, PlannedVisits, ReturnVisits, SatisfactionMarks } from '@weilend/sales-service/persistence/care/visit.repository.js';
import { ContractAmendments } from '@weilend/sales-service/persistence/contract/amendment.repository.js';
import { Contracts } from '@weilend/sales-service/persistence/contract/contract.repository.js';
import { Customers } from '@weilend/sales-service/persistence/customer/customer.repository.js';
import { Enquiries, Proposals } from '@weilend/sales-service/persistence/enquiry/enquiry.repository.js';
import { Interactions } from '@weilend/sales-service/persistence/enquiry/interaction.repository.js';
import { ImportRuns } from '@weilend/sales-service/persistence/import/import.repository.js';
import {
  MarketReports,
  SalesPlans,
  SalesProblems,
  SalesResults,
  WorkLogs,
} from '@weilend/sales-service/persistence/team/team.repository.js';
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
import type { LoanStory } from './sales-book-applications.ts';
import { customerOf, idAt, leadOfCustomer, openLeadOf } from './sales-book-people.ts';
import type { BookFrame } from './sales-book-people.ts';
import { amendmentOf, importRunOf, planOf, problemOf, reportOf, workLogOf } from './sales-book-team.ts';
import { stored } from './sales-book-pen.ts';
import type { Pen } from './sales-book-pen.ts';

const WORK_DAYS = 180;

export interface BookPlan {
  readonly customers: number;
  readonly applications: number;
  readonly seed: number;
  /** How many; those that are named count. */
  readonly salespeople?: number;
  /** People who are on file already: the first ones have the most customers. */
  readonly named?: { readonly managerId: string; readonly salespeopleIds: readonly string[] };
}

/** Customers with the leads by which they came and the visit that comes next, and leads that became nobody. */
export async function writePeople(pen: Pen, { customers: N }: BookPlan, frame: BookFrame): Promise<void> {
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

export async function writeLoans(pen: Pen, plan: BookPlan, frame: BookFrame): Promise<void> {
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

export async function writeCare(pen: Pen, plan: BookPlan, frame: BookFrame): Promise<void> {
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

export async function writeTeam(pen: Pen, frame: BookFrame): Promise<void> {
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
