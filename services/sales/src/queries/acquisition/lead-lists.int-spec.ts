import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '@weilend/kernel';
import type { EmployeeActor } from '@weilend/kernel';
import { person } from '@weilend/testing';
import { salesDesk } from '../../../test/builders/desk.builder.js';
import type { SalesDesk } from '../../../test/builders/desk.builder.js';
import { Intake } from '../../../test/builders/intake.builder.js';
import { Leads } from '../../persistence/acquisition/lead.repository.js';
import { leadCollection } from '../../persistence/acquisition/lead.schema.js';
import { referralCollection } from '../../persistence/acquisition/referral.schema.js';
import { activityCollection, partnerCollection } from '../../persistence/acquisition/source.schema.js';
import { enquiryCollection } from '../../persistence/enquiry/enquiry.schema.js';
import { RecordLeadContact } from '../../use-cases/acquisition/record-lead-contact.use-case.js';
import { LoseLead } from '../../use-cases/enquiry/lose-lead.use-case.js';
import { leadFilter, LeadQueries } from './lead.queries.js';
import type { LeadWish } from './lead.queries.js';

let desk: SalesDesk;
let intake: Intake;
let queries: LeadQueries;
const other = person('sales', 'salesperson');
const made: Record<string, string> = {};

beforeAll(async () => {
  desk = await salesDesk();
  intake = new Intake(desk);
  queries = new LeadQueries(desk.platform.database, desk.get(Leads), desk.platform.clock);
  made['plain'] = await intake.lead();
  made['district'] = await intake.lead({ district: '110105', onlineSource: 'SOCIAL_MEDIA' });
  made['theirs'] = await intake.lead({ district: '110105' }, other);
  made['waiting'] = await intake.waiting();
  made['lost'] = await intake.lead();
  await desk.get(LoseLead).execute(desk.seller, { leadId: made['lost'], cause: 'NO_NEED', reason: '暂无需求' });
  made['due'] = await intake.lead();
  const call = { leadId: made['due'], way: 'CALL' as const, result: 'CALL_BACK' as const, nextContactOn: intake.day(0) };
  await desk.get(RecordLeadContact).execute(desk.seller, call);
  made['later'] = await intake.lead();
  await desk.get(RecordLeadContact).execute(desk.seller, { ...call, leadId: made['later'], nextContactOn: intake.day(2) });
  const yesterday = { promisedResponseAt: new Date(Date.now() - 86_400_000), firstResponseDueAt: new Date(Date.now() - 86_400_000) };
  await desk.platform.database.collection('leads').updateMany({ _id: { $in: [made['plain'], made['theirs']] } }, { $set: yesterday });
});

afterAll(() => desk.stop());

async function names(wish: LeadWish, as: EmployeeActor): Promise<string[]> {
  const { nodes } = await queries.list({ ...wish, first: 50 }, as);
  return nodes.map(({ id }) => Object.keys(made).find((name) => made[name] === id) ?? id);
}

describe('[1.6, 2.8] lists of leads', () => {
  test.each<[LeadWish, string[], string[]]>([
    [{}, ['later', 'due', 'lost', 'waiting', 'theirs', 'district', 'plain'], ['later', 'due', 'lost', 'district', 'plain']],
    [{ state: 'lost' }, ['lost'], ['lost']],
    [{ channel: 'OFFLINE' }, [], []],
    [{ district: '110105' }, ['theirs', 'district'], ['district']],
    [{ district: '110105', channel: 'ONLINE', state: 'new' }, ['theirs', 'district'], ['district']],
    [{ unassigned: true }, ['waiting'], []],
    [{ responseOverdue: true }, ['theirs', 'plain'], ['plain']],
    [{ contactDue: true }, ['due'], ['due']],
    [{ salespersonId: other.employeeId }, ['theirs'], []],
  ])('%j: the manager sees %j, the salesperson %j', async (wish, ofManager, ofSeller) => {
    expect([await names(wish, desk.manager), await names(wish, desk.seller)]).toEqual([ofManager, ofSeller]);
  });

  test('[3.7] names and numbers are masked, and what is late says so', async () => {
    const [late] = await queries.byIds([made['plain'] ?? ''], desk.seller);
    expect([late?.contactName, late?.responseOverdue]).toEqual(['王**', true]);
    expect(await queries.byIds([made['theirs'] ?? ''], desk.seller)).toEqual([]);
  });
});

/** Stages of the plan that was chosen, and how much it read. */
async function planOf(collection: typeof leadCollection, filter: object, sort: Record<string, 1 | -1>): Promise<string[]> {
  const found = desk.platform.database.model(collection).find(filter as never);
  const plan = (await found.sort(sort).limit(21).explain('queryPlanner')) as unknown as { queryPlanner: { winningPlan: object } };
  return [...JSON.stringify(plan.queryPlanner.winningPlan).matchAll(/"stage":"(\w+)"/g)].map((match) => match[1] ?? '');
}

describe('every list is read from an index in its own order', () => {
  const OWN = { salespersonId: newId('emp') };
  const wishes: LeadWish[] = [
    ...[{}, { state: 'new' }, { channel: 'ONLINE' }, { channel: 'ONLINE', state: 'new' }, { district: '110105' }, { unassigned: true }],
    ...[{ responseOverdue: true }, { contactDue: true }, { salespersonId: newId('emp') }, { salespersonId: newId('emp'), state: 'new' }],
    ...[{ activityId: newId('act') }, { campaignId: newId('cmp') }, { partnerId: newId('ptn') }, { referrerId: newId('cus') }],
  ];

  test.each(wishes.flatMap((wish) => [[wish, {}] as const, [wish, OWN] as const]))('leads %j in the scope %j', async (wish, scope) => {
    const now = { at: new Date(), on: intake.day(0) };
    const stages = await planOf(leadCollection, leadFilter(wish, scope as Record<string, string>, now), { _id: -1 });
    expect(stages).not.toContain('COLLSCAN');
    expect(stages).not.toContain('SORT');
  });

  test.each([{}, { kind: 'FAIR' }, { heldOn: { $gte: '2026-01-01', $lte: '2026-12-31' } }, { campaignId: newId('cmp') }])(
    'activities %j',
    async (filter) => {
      const stages = await planOf(activityCollection, filter, { heldOn: -1, _id: -1 });
      expect(stages.filter((stage) => stage === 'COLLSCAN' || stage === 'SORT')).toEqual([]);
    },
  );
});

test.each([
  [leadCollection, { phoneIndex: 'bi1.x', state: { $in: ['new', 'enquiring'] } }],
  [leadCollection, { customerId: newId('cus') }],
  [leadCollection, { heldPhoneIndex: 'bi1.x' }],
  [enquiryCollection, { leadId: newId('led') }],
  [referralCollection, { customerId: newId('cus') }],
  [referralCollection, { referrerId: newId('cus'), state: { $in: ['earned'] } }],
  [partnerCollection, { expiresOn: { $type: 'string', $lte: '2026-12-31' } }],
])('what the acts look up is found by an index: %# %j', async (collection, filter) => {
  expect(await planOf(collection, filter, {})).not.toContain('COLLSCAN');
});

test.each([
  ['funnel', {}, { leads: { $sum: 1 } }],
  ['funnelOfSalesperson', { salespersonId: newId('emp') }, { leads: { $sum: 1 } }],
  [
    'funnelOfPaid',
    { 'progress.loans': { $gt: 0 } },
    { loans: { $sum: '$progress.loans' }, disbursedFen: { $sum: '$progress.disbursedFen' } },
  ],
])('[2.8] the funnel of a period is answered by the index %s without reading a lead', async (hint, scope, sums) => {
  const leads = desk.platform.database.collection('leads');
  const match = { createdOn: { $gte: intake.day(-1), $lte: intake.day(1) }, ...scope };
  for (const field of ['channel', 'activityId', 'campaignId', 'partnerId', 'salespersonId', 'createdOn']) {
    const group = { $group: { _id: { key: `$${field}`, reached: '$reached' }, ...sums } };
    const plan = JSON.stringify(await leads.aggregate([{ $match: match }, group], { hint }).explain('executionStats'));
    expect(plan).toContain('"totalDocsExamined":0');
    expect(plan).not.toContain('"stage":"FETCH"');
  }
});
