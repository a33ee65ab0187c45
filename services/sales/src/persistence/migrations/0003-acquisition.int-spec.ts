import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId } from '@weilend/kernel';
import { salesDesk } from '../../../test/builders/desk.builder.js';
import type { SalesDesk } from '../../../test/builders/desk.builder.js';
import { Intake } from '../../../test/builders/intake.builder.js';
import { codesOf } from '../../../test/builders/refusal.builder.js';
import { Leads } from '../acquisition/lead.repository.js';
import { Activities, Partners } from '../acquisition/source.repository.js';
import { LeadQueries } from '../../queries/acquisition/lead.queries.js';
import { AddPartner } from '../../use-cases/enquiry/add-partner.use-case.js';
import { CreateActivity } from '../../use-cases/enquiry/create-activity.use-case.js';
import { RecountLeads } from '../../use-cases/acquisition/recount-leads.use-case.js';
import { acquisition } from './0003-acquisition.js';

let desk: SalesDesk;
let intake: Intake;

beforeAll(async () => {
  desk = await salesDesk();
  intake = new Intake(desk);
});

afterAll(() => desk.stop());

const OLD = {
  leads: [
    '_id',
    'version',
    'state',
    'channel',
    'onlineSource',
    'activityId',
    'referrerId',
    'partnerId',
    'salespersonId',
    'contactName',
    'phone',
    'note',
    'customerId',
    'lostBecause',
    'createdAt',
  ],
  activities: ['_id', 'version', 'kind', 'name', 'heldOn', 'costFen', 'createdBy'],
  partners: ['_id', 'version', 'name', 'creditCode', 'active', 'addedBy', 'addedOn', 'endedOn'],
} as const;

/** Takes away what rows of before did not have. */
async function age(name: keyof typeof OLD): Promise<void> {
  const rows = desk.platform.database.collection(name);
  for (const row of await rows.find().toArray()) {
    const kept = Object.fromEntries(Object.entries(row).filter(([field]) => (OLD[name] as readonly string[]).includes(field)));
    await rows.replaceOne({ _id: row._id }, kept);
  }
}

test('[2.8, 3.1-3.4] what was stored before is read, saved and counted as if it had always been so', async () => {
  const leadId = await intake.lead({ phone: '13800138000' });
  const customerId = await intake.customer(leadId);
  const openId = await intake.lead({ phone: '13800138001' });
  const activityId = await desk.get(CreateActivity).execute(desk.seller, { kind: 'FAIR', name: '展会', heldOn: intake.day(-1), cost: 500 });
  const partnerId = await desk.get(AddPartner).execute(desk.manager, { name: '某银行', creditCode: '91350100M000100Y43' });
  for (const name of ['leads', 'activities', 'partners'] as const) await age(name);
  await acquisition.up(desk.platform.database);
  await acquisition.up(desk.platform.database);

  const lead = await intake.read(leadId);
  expect(lead).toMatchObject({
    state: 'converted',
    customerId,
    convertedAt: lead.createdAt,
    assignments: [],
    progress: { loans: 0, disbursedFen: 0 },
  });
  const read = { actor: desk.seller, operation: 'read' };
  await desk.platform.work.run(read, async (tx) => {
    const activity = await desk.get(Activities).get(activityId, tx);
    expect(activity).toMatchObject({ state: 'held', actualCostFen: 500, ownerId: desk.seller.employeeId });
    await desk.get(Activities).save(activity, tx);
    await desk.get(Partners).save(await desk.get(Partners).get(partnerId, tx), tx);
  });
  await intake.lead({ channel: 'PARTNER', partnerId });
  const queries = new LeadQueries(desk.platform.database, desk.get(Leads), desk.platform.clock);
  expect((await queries.list({ state: 'new' }, desk.seller)).nodes.map(({ id }) => id)).toContain(openId);

  const stored = async (id: string) => desk.platform.database.collection('leads').findOne({ _id: id });
  expect([(await stored(openId))?.['phoneIndex'], (await stored(openId))?.['createdOn']]).toEqual([null, intake.day(0)]);
  await desk.get(RecountLeads).execute(desk.manager, {});
  expect(typeof (await stored(openId))?.['phoneIndex']).toBe('string');
  expect(await codesOf(intake.lead({ phone: '13800138001' }))).toEqual(['LEAD_EXISTS']);
  expect((await stored(leadId))?.['reached']).toBe(5);
  expect(await stored(newId('led'))).toBeNull();
});
