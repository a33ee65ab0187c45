import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { newId } from '@weilend/kernel';
import type { EmployeeActor } from '@weilend/kernel';
import { seedPeople } from '@weilend/testing';
import { salesDesk } from '../../../test/builders/desk.builder.js';
import type { SalesDesk } from '../../../test/builders/desk.builder.js';
import { Intake } from '../../../test/builders/intake.builder.js';
import { codesOf } from '../../../test/builders/refusal.builder.js';
import type { GivingWay } from '../../domain/acquisition/assignment.js';
import { Enquiries } from '../../persistence/enquiry/enquiry.repository.js';
import { LoseLead } from '../enquiry/lose-lead.use-case.js';
import { OpenEnquiry } from '../enquiry/open-enquiry.use-case.js';
import { AssignLeads } from './assign-leads.use-case.js';
import { ReassignLead } from './reassign-lead.use-case.js';
import { ReassignLeads } from './reassign-leads.use-case.js';
import { SetSalesArea } from './set-sales-area.use-case.js';

let desk: SalesDesk;
let intake: Intake;
let people: EmployeeActor[];

beforeAll(async () => {
  desk = await salesDesk();
  intake = new Intake(desk);
});

afterAll(() => desk.stop());

beforeEach(async () => {
  await desk.platform.database.collection('leads').deleteMany({});
  await desk.platform.database.collection('employee_directory').deleteMany({});
  people = await intake.salespeople(3);
});

const give = (leadIds: readonly string[], how: GivingWay, toEmployeeId: string | null = null) =>
  desk.get(AssignLeads).execute(desk.manager, { leadIds, how, toEmployeeId });
const idOf = (place: number): string => people[place]?.employeeId ?? '';
const waiting = async (count: number, change: object = {}): Promise<string[]> => {
  const made: string[] = [];
  for (let one = 0; one < count; one++) made.push(await intake.waiting(change));
  return made;
};

/** How many leads each of the three has. */
async function loads(): Promise<number[]> {
  const leads = desk.platform.database.collection('leads');
  return Promise.all(people.map(({ employeeId }) => leads.countDocuments({ salespersonId: employeeId } as never)));
}

describe('[2.8] leads that nobody looks after', () => {
  test('go round, also when many are given out at once: nobody is ahead', async () => {
    const ids = await waiting(12);
    await Promise.all(ids.slice(0, 9).map((id) => give([id], 'ROUND_ROBIN')));
    expect(await loads()).toEqual([3, 3, 3]);
    await give(ids.slice(9), 'ROUND_ROBIN');
    expect(await loads()).toEqual([4, 4, 4]);
  });

  test('when two give out one at once, one wins and the other is told', async () => {
    const [leadId = ''] = await waiting(1);
    const answers = await Promise.all([0, 1, 2].map((place) => codesOf(give([leadId], 'HAND', idOf(place)))));
    expect(answers.flat()).toEqual(['LEAD_ASSIGNED', 'LEAD_ASSIGNED']);
    const lead = await intake.read(leadId);
    expect([lead.assignments.length, lead.salespersonId]).toEqual([1, lead.assignments[0]?.salespersonId]);
  });

  test('by load go to who has the fewest open ones, closed ones do not count', async () => {
    const ids = await waiting(7);
    await give(ids.slice(0, 2), 'HAND', idOf(0));
    await give(ids.slice(2, 4), 'HAND', idOf(1));
    await give(ids.slice(4, 6), 'HAND', idOf(2));
    for (const leadId of ids.slice(2, 4)) await desk.get(LoseLead).execute(desk.manager, { leadId, reason: '无贷款需求' });
    await give(ids.slice(6), 'LOAD');
    expect((await intake.read(ids[6] ?? '')).salespersonId).toBe(idOf(1));
  });

  test('by load are shared out evenly when many are given out at once', async () => {
    const ids = await waiting(6);
    await Promise.all(ids.map((id) => give([id], 'LOAD')));
    expect(await loads()).toEqual([2, 2, 2]);
  });

  test('by area go to who covers the district and is still here', async () => {
    await desk.get(SetSalesArea).execute(desk.manager, { district: '110105', name: '朝阳区', salespersonIds: [idOf(0), idOf(2)] });
    const ids = await waiting(3, { district: '110105' });
    await give(ids.slice(0, 2), 'AREA');
    expect(await loads()).toEqual([1, 0, 1]);
    await desk.platform.work.run({ actor: desk.manager, operation: 'left' }, (tx) => desk.platform.directory.deactivate(idOf(2), tx));
    await give(ids.slice(2), 'AREA');
    expect(await loads()).toEqual([2, 0, 1]);
    const [elsewhere = ''] = await waiting(1, { district: '110108' });
    expect(await codesOf(give([elsewhere], 'AREA'))).toEqual(['NO_SALESPERSON']);
  });

  test('are refused to somebody who is no salesperson, and then none of them is given', async () => {
    const ids = await waiting(2);
    const before = await desk.snapshot();
    expect(await codesOf(give(ids, 'HAND', newId('emp')))).toEqual(['NOT_A_SALESPERSON']);
    expect(await codesOf(give([...ids, newId('led')], 'ROUND_ROBIN'))).toEqual(['NOT_FOUND']);
    expect(await codesOf(give([], 'ROUND_ROBIN'))).toEqual(['INPUT_INVALID']);
    expect(await desk.snapshot()).toBe(before);
  });
});

describe('[2.8] a lead that arrives', () => {
  test('is his who registers it, waits for the manager, or is given out at once', async () => {
    const own = await intake.read(await intake.lead());
    expect([own.salespersonId, own.assignments[0]?.how]).toEqual([desk.seller.employeeId, 'CREATOR']);
    const later = await intake.read(await intake.waiting());
    expect([later.salespersonId, later.assignments]).toEqual([null, []]);
    expect(later.promisedResponseAt?.getTime()).toBeGreaterThan(later.createdAt.getTime());
    const given = await intake.read(await intake.lead({ assign: 'LOAD' }, desk.manager));
    expect([people.map(({ employeeId }) => employeeId).includes(given.salespersonId ?? ''), given.assignments[0]?.how]).toEqual([
      true,
      'LOAD',
    ]);
    const byHand = await intake.read(await intake.lead({ salespersonId: idOf(1) }, desk.manager));
    expect(byHand.salespersonId).toBe(idOf(1));
  });

  test('is not given to others by a salesperson', async () => {
    const before = await desk.snapshot();
    for (const assign of ['LATER', 'HAND', 'ROUND_ROBIN', 'LOAD', 'AREA'] as const)
      expect(await codesOf(intake.lead({ assign, salespersonId: idOf(0) }))).toEqual(['ASSIGNMENT_NOT_YOURS']);
    expect(await desk.snapshot()).toBe(before);
  });
});

describe('[2.8] a lead that goes to a colleague', () => {
  const move = (leadId: string, change: object = {}) =>
    desk.get(ReassignLead).execute(desk.manager, { leadId, toEmployeeId: idOf(1), reason: '原销售休假', ...change });

  test('takes what was asked along, keeps its promise, and who had it stays readable', async () => {
    const leadId = await intake.lead();
    const before = await intake.read(leadId);
    const enquiryId = await desk.get(OpenEnquiry).execute(desk.seller, { leadId });
    await move(leadId);
    const lead = await intake.read(leadId);
    expect(lead.assignments.map(({ salespersonId, reason }) => [salespersonId, reason])).toEqual([
      [desk.seller.employeeId, null],
      [idOf(1), '原销售休假'],
    ]);
    expect(lead.promisedResponseAt).toEqual(before.promisedResponseAt);
    const read = { actor: desk.manager, operation: 'read' };
    const enquiry = await desk.platform.work.run(read, (tx) => desk.get(Enquiries).get(enquiryId, tx));
    expect(enquiry.salespersonId).toBe(idOf(1));
    expect(await codesOf(desk.get(OpenEnquiry).execute(desk.seller, { leadId }))).toEqual(['NOT_FOUND']);
  });

  test('is refused without a reason, to nobody, to who has it, or when another one has it meanwhile', async () => {
    await seedPeople(desk.platform, [desk.seller]);
    const leadId = await intake.lead();
    const before = await desk.snapshot();
    expect(await codesOf(move(leadId, { reason: '忙' }))).toEqual(['REASON_REQUIRED']);
    expect(await codesOf(move(leadId, { toEmployeeId: newId('emp') }))).toEqual(['NOT_A_SALESPERSON']);
    expect(await codesOf(move(leadId, { toEmployeeId: desk.seller.employeeId }))).toEqual(['LEAD_ASSIGNED']);
    expect(await codesOf(move(leadId, { fromEmployeeId: idOf(2) }))).toEqual(['LEAD_ASSIGNED']);
    expect(await desk.snapshot()).toBe(before);
  });
});

test('[2.8] the open leads of somebody who left go to those who are here, closed ones stay his', async () => {
  const ids = await waiting(6);
  await give(ids, 'HAND', idOf(0));
  await desk.get(LoseLead).execute(desk.manager, { leadId: ids[0] ?? '', reason: '无贷款需求' });
  const leave = (change: object = {}) =>
    desk.get(ReassignLeads).execute(desk.manager, { fromEmployeeId: idOf(0), how: 'LOAD', reason: '原销售离职', ...change });
  const before = await desk.snapshot();
  expect(await codesOf(leave({ reason: '走' }))).toEqual(['REASON_REQUIRED']);
  expect(await codesOf(leave({ how: 'HAND', toEmployeeId: idOf(0) }))).toEqual(['LEAD_ASSIGNED']);
  expect(await desk.snapshot()).toBe(before);
  expect(await leave()).toEqual({ moved: 5, left: 0 });
  const [stayed, ...others] = await loads();
  expect([stayed, others.sort()]).toEqual([1, [2, 3]]);
  expect(await leave()).toEqual({ moved: 0, left: 0 });
});

test('[2.8] a district is covered by salespeople only, and is kept once', async () => {
  const set = (salespersonIds: string[], district = '310101') =>
    desk.get(SetSalesArea).execute(desk.manager, { district, name: '黄浦区', salespersonIds });
  expect(await set([idOf(0)])).toBe(await set([]));
  expect(await codesOf(set([newId('emp')]))).toEqual(['NOT_A_SALESPERSON']);
  expect(await codesOf(set([], '黄浦'))).toEqual(['DISTRICT_INVALID']);
});
