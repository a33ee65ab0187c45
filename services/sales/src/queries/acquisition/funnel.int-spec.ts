import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { person } from '@weilend/testing';
import { salesDesk } from '../../../test/builders/desk.builder.js';
import type { SalesDesk } from '../../../test/builders/desk.builder.js';
import { Intake } from '../../../test/builders/intake.builder.js';
import { codesOf } from '../../../test/builders/refusal.builder.js';
import { Story, TERMS } from '../../../test/builders/story.builder.js';
import { FUNNEL_DIMENSIONS } from '../../domain/acquisition/funnel.js';
import type { FunnelRow } from '../../domain/acquisition/funnel.js';
import { draftApplication } from '../../domain/application/application.js';
import type { LoanApplication } from '../../domain/application/application.js';
import type { Lead } from '../../domain/enquiry/lead.js';
import { Applications } from '../../persistence/application/application.repository.js';
import { LeadMilestones } from '../../use-cases/acquisition/lead-milestones.js';
import { HoldActivity } from '../../use-cases/acquisition/hold-activity.use-case.js';
import { RecordLeadContact } from '../../use-cases/acquisition/record-lead-contact.use-case.js';
import { RecountLeads } from '../../use-cases/acquisition/recount-leads.use-case.js';
import { AddPartner } from '../../use-cases/enquiry/add-partner.use-case.js';
import { CreateActivity } from '../../use-cases/enquiry/create-activity.use-case.js';
import { OpenEnquiry } from '../../use-cases/enquiry/open-enquiry.use-case.js';
import { FunnelQueries } from './funnel.queries.js';

const LEADS = 36;

let desk: SalesDesk;
let intake: Intake;
let story: Story;
let queries: FunnelQueries;
let period: { from: LocalDate; to: LocalDate };
const other = person('sales', 'salesperson');

/** The same draws every time. */
let state = 20_261_126;
function draw(below: number): number {
  state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
  return Math.floor((state / 2_147_483_648) * below);
}

beforeAll(async () => {
  desk = await salesDesk();
  intake = new Intake(desk);
  story = new Story(desk);
  queries = new FunnelQueries(desk.platform.database);
  period = { from: intake.day(-1), to: intake.day(1) };
  const { seller, manager } = desk;
  const partnerId = await desk.get(AddPartner).execute(manager, { name: '某银行', creditCode: '91350100M000100Y43' });
  const activityId = await desk.get(CreateActivity).execute(seller, { kind: 'FAIR', name: '建材展会', heldOn: intake.day(0), cost: 1 });
  await desk.get(HoldActivity).execute(seller, { activityId, actualCost: 100_003 });
  await desk.get(CreateActivity).execute(seller, { kind: 'WEBSITE', name: '未举办', heldOn: intake.day(0), cost: 77_777 });
  const referrerId = await intake.customer(null);
  const sources = [
    {},
    { channel: 'OFFLINE' as const, activityId },
    { channel: 'PARTNER' as const, partnerId },
    { channel: 'REFERRAL' as const, referrerId },
  ];
  for (let one = 0; one < LEADS; one++) await live(await intake.lead(sources[draw(4)], draw(3) ? seller : other), one);
}, 120_000);

afterAll(() => desk.stop());

/** What becomes of a lead, drawn by lot. */
async function live(leadId: string, one: number): Promise<void> {
  const owner = (await intake.read(leadId)).salespersonId === other.employeeId ? other : desk.seller;
  const contact = { leadId, way: 'CALL' as const, result: draw(2) ? ('INTERESTED' as const) : ('NOT_REACHED' as const) };
  if (draw(3)) await desk.get(RecordLeadContact).execute(owner, contact);
  if (draw(2)) await desk.get(OpenEnquiry).execute(owner, { leadId });
  if (!draw(3)) return;
  const customerId = await intake.customer(leadId, owner);
  for (let loans = draw(3); loans > 0; loans--) await apply(customerId, owner.employeeId, one);
}

async function apply(customerId: string, salespersonId: string, one: number): Promise<void> {
  const { annualRate: _price, ...asked } = TERMS;
  const start = { id: newId('app'), customerId, customerType: 'INDIVIDUAL' as const, salespersonId, enquiryId: null, proposalId: null };
  const at = desk.platform.clock.now();
  const draft = draftApplication({ ...start, ask: { ...asked, purpose: 'EQUIPMENT', purposeNote: null }, createdAt: at });
  const round = { no: 1, submittedAt: at, submittedBy: salespersonId, checkStartedAt: null, passedAt: null, returned: null };
  const reach = draw(4);
  await story.write(async (tx) => {
    await desk.get(Applications).insert({ ...draft, rounds: reach > 0 ? [round] : [], signedAt: reach > 2 ? at : null }, tx);
    await desk.get(LeadMilestones).follow(customerId, tx);
  });
  if (reach > 1) await story.decide(draft.id, { result: draw(4) ? 'APPROVED' : 'REJECTED' });
  if (reach < 3) return;
  const ids = {
    loanId: newId('lon'),
    disbursementId: newId('dis'),
    contractId: newId('con'),
    applicationId: draft.id,
    customerId,
    salespersonId,
  };
  const amountFen = TERMS.amountFen + one;
  const paid = { ...ids, ...TERMS, amountFen, disbursedOn: '2026-11-20', firstDueOn: '2026-12-20', firstLoanOfCustomer: true };
  await desk.inbox.receive(desk.source.event('finance.loan-disbursed.v1', draft.id, paid));
  const back = { ...ids, amountFen, cause: 'PAID_IN_ERROR' as const, reversedOn: '2026-11-21' };
  if (!draw(3)) await desk.inbox.receive(desk.source.event('finance.disbursement-reversed.v1', draft.id, back));
}

type Outcome = Pick<LoanApplication, 'customerId' | 'rounds' | 'facts' | 'signedAt'>;
type Row = Pick<Lead, 'customerId' | 'contacts' | 'salespersonId'> & { readonly _id: string; readonly createdOn: string } & Readonly<
    Record<string, unknown>
  >;

/** The funnel counted by hand from what is stored of enquiries, contacts and applications. */
async function plainCount(keep: (lead: Row) => boolean): Promise<Partial<FunnelRow>> {
  const all = async <T>(name: string): Promise<T[]> => (await desk.platform.database.collection(name).find().toArray()) as unknown as T[];
  const leads = (await all<Row>('leads')).filter(keep);
  const [enquiries, applications] = [await all<{ leadId: string }>('enquiries'), await all<Outcome>('applications')];
  const count = {
    leads: 0,
    responded: 0,
    enquiries: 0,
    customers: 0,
    applications: 0,
    approved: 0,
    signed: 0,
    disbursed: 0,
    loans: 0,
    disbursedFen: 0,
  };
  for (const lead of leads) {
    const asked = enquiries.some((one) => one.leadId === lead._id);
    const mine = lead.customerId ? applications.filter((one) => one.customerId === lead.customerId) : [];
    const paid = mine.filter(({ facts }) => facts.disbursed && !facts.reversed);
    const answered = asked || lead.customerId !== null || lead.contacts.some(({ result }) => result === 'INTERESTED');
    count.leads++;
    count.responded += answered ? 1 : 0;
    count.enquiries += asked ? 1 : 0;
    count.customers += lead.customerId ? 1 : 0;
    count.applications += mine.some(({ rounds }) => rounds.length > 0) ? 1 : 0;
    count.approved += mine.some(({ facts }) => facts.decisions.at(-1)?.result === 'APPROVED') ? 1 : 0;
    count.signed += mine.some(({ signedAt }) => signedAt) ? 1 : 0;
    count.disbursed += paid.length > 0 ? 1 : 0;
    count.loans += paid.length;
    count.disbursedFen += paid.reduce((sum, { facts }) => sum + Number(facts.disbursed?.amountFen ?? 0), 0);
  }
  return count;
}

const KEY_OF = {
  CHANNEL: 'channel',
  ACTIVITY: 'activityId',
  CAMPAIGN: 'campaignId',
  PARTNER: 'partnerId',
  SALESPERSON: 'salespersonId',
} as const;

describe('[2.8] the funnel', () => {
  test.each(FUNNEL_DIMENSIONS)('by %s is what a plain count finds', async (by) => {
    const { rows, total } = await queries.of(by, period, desk.manager);
    expect(total).toMatchObject(await plainCount(() => true));
    expect(total.loans).toBeGreaterThan(0);
    for (const row of rows) {
      const keep = (lead: Row): boolean => (by === 'MONTH' ? lead.createdOn.startsWith(row.key ?? '-') : lead[KEY_OF[by]] === row.key);
      expect(row).toMatchObject(await plainCount(keep));
    }
    expect(rows.reduce((sum, row) => sum + row.leads, 0)).toBe(LEADS);
  });

  test('counts the cost of what was held, and not of what was only planned', async () => {
    const { rows, total } = await queries.of('CHANNEL', period, desk.manager);
    const offline = rows.find(({ key }) => key === 'OFFLINE');
    expect([total.costFen, offline?.costFen, rows.find(({ key }) => key === 'ONLINE')?.costFen]).toEqual([100_003, 100_003, 0]);
    expect(offline?.costPerLeadFen).toBe(Math.round(100_003 / (offline?.leads ?? 1)));
  });

  test('[3.7] shows a salesperson his own leads and no cost of the company', async () => {
    const { rows, total } = await queries.of('CHANNEL', period, other);
    expect(total).toMatchObject({ ...(await plainCount((lead) => lead.salespersonId === other.employeeId)), costFen: null });
    expect([total.leads > 0, total.leads < LEADS, rows.every(({ costFen }) => costFen === null)]).toEqual([true, true, true]);
    expect((await queries.of('SALESPERSON', period, other)).rows.map(({ key }) => key)).toEqual([other.employeeId]);
  });

  test('of another period is empty; a period that ends before it begins, or is longer than three years, is refused', async () => {
    const before = { from: intake.day(-30), to: intake.day(-20) };
    expect((await queries.of('CHANNEL', before, desk.manager)).rows.every((row) => row.leads === 0)).toBe(true);
    expect(await codesOf(queries.of('CHANNEL', { from: intake.day(1), to: intake.day(0) }, desk.manager))).toEqual(['PERIOD_INVALID']);
    expect(await codesOf(queries.of('CHANNEL', { from: intake.day(-1_200), to: intake.day(0) }, desk.manager))).toEqual([
      'FUNNEL_PERIOD_TOO_LONG',
    ]);
  });

  test('counted anew from nothing is what it was', async () => {
    const live = await queries.of('CHANNEL', period, desk.manager);
    const nothing = { applied: false, approved: false, signed: false, loans: 0, disbursedFen: 0 };
    const lost = { reached: 0, progress: nothing, enquiredAt: null, firstRespondedAt: null };
    await desk.platform.database.collection('leads').updateMany({}, { $set: lost });
    expect((await queries.of('CHANNEL', period, desk.manager)).total.responded).toBe(0);
    let counted = 0;
    for (let after: string | null = null, more = true; more;) {
      const batch = await desk.get(RecountLeads).execute(desk.manager, { afterLeadId: after, first: 10 });
      counted += batch.counted;
      [after, more] = [batch.nextAfter, batch.nextAfter !== null];
    }
    expect([counted, await queries.of('CHANNEL', period, desk.manager)]).toEqual([LEADS, live]);
  });
});
