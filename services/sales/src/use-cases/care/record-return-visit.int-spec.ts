import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addDays, businessDateOf, newId } from '@weilend/kernel';
import { person, seedPeople, sentMessages } from '@weilend/testing';
import { salesDesk } from '../../../test/builders/desk.builder.js';
import type { SalesDesk } from '../../../test/builders/desk.builder.js';
import { codesOf } from '../../../test/builders/refusal.builder.js';
import { Story } from '../../../test/builders/story.builder.js';
import { smooth, watched } from '../../../test/builders/sweep.builder.js';
import { Customers } from '../../persistence/customer/customer.repository.js';
import { SatisfactionQueries } from '../../queries/care/satisfaction.queries.js';
import { VisitQueries } from '../../queries/care/visit.queries.js';
import { TransferCustomer } from '../customer/transfer-customer.use-case.js';
import { EndVisit } from './end-visit.use-case.js';
import { FollowUpActs } from './follow-up.use-case.js';
import { PlanDueVisits } from './plan-due-visits.use-case.js';
import { PlanVisit } from './plan-visit.use-case.js';
import { RecordReturnVisit } from './record-return-visit.use-case.js';

let desk: SalesDesk;
let story: Story;
let queries: VisitQueries;

beforeAll(async () => {
  desk = await salesDesk();
  story = new Story(desk);
  queries = new VisitQueries(desk.platform.database, desk.platform.clock);
});
afterAll(() => desk.stop());

const today = () => desk.platform.clock.today();
const day = (days: number) => addDays(today(), days);
const said = { way: 'ON_SITE' as const, useOfLoan: '购买设备', business: '平稳', furtherNeeds: '无' };
const record = (customerId: string, change: object = {}, by = desk.seller) =>
  desk.get(RecordReturnVisit).execute(by, { customerId, ...said, ...change });
const nextVisitOn = async (customerId: string) => (await story.read((tx) => desk.get(Customers).get(customerId, tx))).nextVisitOn;
const planned = (customerId: string) => queries.plannedOf([customerId]);
const dueIds = async (by = desk.seller, wanted: object = {}) =>
  (await queries.due({ first: 100, ...wanted }, by)).nodes.map((one) => one.customerId);

describe('[2.13, 3.11] a return visit', () => {
  test('is the one that was planned; the next one stands on the day of the grade', async () => {
    const customerId = await story.customer({ nextVisitOn: day(-2) });
    await record(customerId, { support: '协助办理续贷手续' });
    const [next, held] = await planned(customerId);
    const [visit] = (await queries.held({}, desk.seller)).nodes.filter((one) => one.customerId === customerId);
    expect(visit).toMatchObject({ support: '协助办理续贷手续', plannedVisitId: held?.id, visitedOn: today() });
    expect(held).toMatchObject({ state: 'held', plannedOn: day(-2), end: { visitId: visit?.id } });
    expect(next).toMatchObject({ state: 'planned', origin: 'GRADE', plannedOn: day(90), attempt: 1 });
    expect(await nextVisitOn(customerId)).toBe(day(90));
  });

  test('[5.2] tells the appraisal whose it was, when it was due and when it was made', async () => {
    const customerId = await story.customer({ nextVisitOn: day(-2) });
    await record(customerId, { visitedOn: day(-1) });
    const [made] = (await sentMessages(desk.platform)).filter((one) => one.subject === customerId);
    const facts = { customerId, salespersonId: desk.seller.employeeId, dueOn: day(-2), visitedOn: day(-1) };
    expect(made).toMatchObject({ type: 'sales.return-visit-made.v1', data: facts });
  });

  test('that is written up after a later one leaves the plan alone', async () => {
    const customerId = await story.customer();
    await record(customerId);
    await record(customerId, { visitedOn: day(-3) });
    expect(await nextVisitOn(customerId)).toBe(day(90));
    expect((await planned(customerId)).map((one) => one.state)).toEqual(['planned', 'held']);
  });

  test('[5.2] gives a mark once, and the marks of a customer have a trend', async () => {
    const customerId = await story.customer();
    await record(customerId);
    for (const [ago, satisfaction] of [2, 4, 5].entries()) await record(customerId, { satisfaction, visitedOn: day(ago - 2) });
    const told = (await sentMessages(desk.platform)).filter((one) => one.subject === customerId && one.type.includes('satisfaction'));
    expect(told.map((one) => [one.type, one.data['score']])).toEqual([2, 4, 5].map((score) => ['sales.satisfaction-recorded.v1', score]));
    const [trend] = await new SatisfactionQueries(desk.platform.database).ofCustomers([customerId]);
    expect(trend).toMatchObject({ marks: 3, last: 5, trend: 'RISING' });
  });

  test('[5.2] of the same day gives no second mark, whoever makes it and however late; without one it is recorded', async () => {
    const customerId = await story.customer();
    await record(customerId, { satisfaction: 2 });
    const before = await desk.snapshot();
    for (const by of [desk.seller, desk.manager])
      expect(await codesOf(record(customerId, { satisfaction: 5 }, by))).toEqual(['VISIT_MARK_TAKEN']);
    expect(await desk.snapshot()).toBe(before);
    await record(customerId);
    await record(customerId, { satisfaction: 4, visitedOn: day(-3) });
    expect(await codesOf(record(customerId, { satisfaction: 5, visitedOn: day(-3) }))).toEqual(['VISIT_MARK_TAKEN']);
    const [trend] = await new SatisfactionQueries(desk.platform.database).ofCustomers([customerId]);
    expect(trend).toMatchObject({ marks: 2, average: 3 });
    expect((await queries.held({ first: 100 }, desk.seller)).nodes.filter((one) => one.customerId === customerId)).toHaveLength(3);
  });

  test.each([0, -2])('[5.2] of a day %d from now, recorded many times at once, gives one mark', async (days) => {
    const customerId = await story.customer();
    await record(customerId);
    const tries = await Promise.all(
      Array.from({ length: 4 }, () => codesOf(record(customerId, { satisfaction: 5, visitedOn: day(days) }))),
    );
    expect(tries.flat().sort()).toEqual(['VISIT_MARK_TAKEN', 'VISIT_MARK_TAKEN', 'VISIT_MARK_TAKEN']);
    const [trend] = await new SatisfactionQueries(desk.platform.database).ofCustomers([customerId]);
    expect(trend).toMatchObject({ marks: 1 });
  });

  test.each([
    ['with a section left out', { business: ' ' }, 'INPUT_INVALID'],
    ['with six for a mark', { satisfaction: 6 }, 'INPUT_INVALID'],
    ['on a day to come', { visitedOn: '2099-01-01' }, 'INPUT_INVALID'],
    ['[1.6] of four days ago', { visitedOn: addDays(businessDateOf(new Date()), -4) }, 'RECORDED_TOO_LATE'],
    ['[1.6] of years ago', { visitedOn: '2020-01-01' }, 'RECORDED_TOO_LATE'],
    ['with a follow-up that is over', { followUps: [{ text: '补办执照', dueOn: '2020-01-01' }] }, 'FOLLOW_UP_DAY_PAST'],
    [
      'with a follow-up for a stranger',
      { followUps: [{ text: '补办执照', dueOn: '2099-01-01', ownerId: newId('emp') }] },
      'NOT_A_SALESPERSON',
    ],
  ])('is refused %s and changes nothing', async (_title, change, code) => {
    const customerId = await story.customer();
    const before = await desk.snapshot();
    expect(await codesOf(record(customerId, change))).toEqual([code]);
    expect(await desk.snapshot()).toBe(before);
  });

  test("[3.7] is not somebody else's to record", async () => {
    expect(await codesOf(record(await story.customer(), {}, person('sales', 'salesperson')))).toEqual(['NOT_FOUND']);
  });
});

describe('[3.11] the visit that comes next', () => {
  const plan = (customerId: string, plannedOn: string) =>
    desk.get(PlanVisit).execute(desk.seller, { customerId, plannedOn: plannedOn as never, way: 'PHONE', purpose: '介绍新产品' });
  const miss = (customerId: string, newOn: string, reason = '客户外出') =>
    desk.get(EndVisit).notHeld(desk.seller, { customerId, reason, newOn: newOn as never });

  test('[3.10] is set by hand within what the grade allows', async () => {
    const customerId = await story.customer({ nextVisitOn: day(60) });
    await plan(customerId, day(5));
    expect(await planned(customerId)).toMatchObject([{ origin: 'HAND', plannedOn: day(5), way: 'PHONE', moves: [{ from: day(60) }] }]);
    expect(await nextVisitOn(customerId)).toBe(day(5));
    expect(await codesOf(plan(customerId, day(91)))).toEqual(['VISIT_TOO_LATE']);
    expect(await codesOf(plan(customerId, day(-1)))).toEqual(['VISIT_DAY_PAST']);
  });

  test('that was not held says why and comes again soon', async () => {
    const customerId = await story.customer({ nextVisitOn: day(-1) });
    await miss(customerId, day(3));
    await miss(customerId, day(4));
    expect((await planned(customerId)).map(({ state, attempt, origin }) => [state, attempt, origin])).toEqual([
      ['planned', 3, 'AGAIN'],
      ['not-held', 2, 'AGAIN'],
      ['not-held', 1, 'GRADE'],
    ]);
    expect(await codesOf(miss(customerId, day(15)))).toEqual(['VISIT_TOO_LATE']);
    expect(await codesOf(miss(customerId, day(2), '无'))).toEqual(['REASON_REQUIRED']);
    expect(await nextVisitOn(customerId)).toBe(day(4));
  });

  test('that nobody needs is cancelled, and the next one comes by the grade', async () => {
    const customerId = await story.customer({ nextVisitOn: day(1) });
    await desk.get(EndVisit).cancel(desk.seller, { customerId, reason: '刚刚办理过业务' });
    expect((await planned(customerId)).map((one) => [one.state, one.plannedOn])).toEqual([
      ['planned', day(90)],
      ['cancelled', day(1)],
    ]);
  });

  test('is planned for everybody whose day comes near, and follows a new day or a new owner', async () => {
    const overdue = await story.customer({ nextVisitOn: day(-40) });
    const near = await story.customer({ nextVisitOn: day(10) });
    const far = await story.customer({ nextVisitOn: day(50) });
    const sweep = desk.get(PlanDueVisits);
    expect(await sweep.sweep(smooth)).toBeGreaterThanOrEqual(2);
    expect(await sweep.sweep(smooth)).toBe(0);
    expect((await dueIds())[0]).toBe(overdue);
    expect(await dueIds()).toEqual(expect.arrayContaining([near]));
    expect(await dueIds(desk.seller, { withinDays: 0 })).not.toContain(near);
    expect(await dueIds()).not.toContain(far);
    const colleague = person('sales', 'salesperson');
    await story.write(async (tx) => {
      const customers = desk.get(Customers);
      await customers.save({ ...(await customers.get(overdue, tx)), nextVisitOn: day(50) }, tx);
      await customers.save({ ...(await customers.get(near, tx)), ownerId: colleague.employeeId }, tx);
    });
    expect(await sweep.sweep(smooth)).toBe(2);
    expect(await planned(overdue)).toMatchObject([{ plannedOn: day(50), overdue: false }]);
    expect(await dueIds(colleague)).toEqual([near]);
    expect(await dueIds()).not.toContain(near);
    expect(await dueIds(desk.manager)).toEqual(expect.arrayContaining([near]));
  });

  test('is planned for the others when one file cannot be read, and for that one by a later pass', async () => {
    const [broken, good] = [await story.customer({ nextVisitOn: day(-9) }), await story.customer({ nextVisitOn: day(-1) })];
    const customers = desk.platform.database.collection<{ _id: string; phone?: unknown }>('customers');
    const phone = (await customers.findOne({ _id: broken }))?.phone;
    await customers.updateOne({ _id: broken }, { $set: { phone: 'no cipher' } });
    const { watch, setAside } = watched();
    expect(await desk.get(PlanDueVisits).sweep(watch)).toBe(1);
    expect(setAside).toEqual([broken]);
    expect([(await planned(broken)).length, (await planned(good)).length]).toEqual([0, 1]);
    await customers.updateOne({ _id: broken }, { $set: { phone } as never });
    expect(await desk.get(PlanDueVisits).sweep(smooth)).toBe(1);
    expect((await planned(broken)).map(({ plannedOn }) => plannedOn)).toEqual([day(-9)]);
  });

  test('is listed page by page, most overdue first, none twice', async () => {
    const owner = person('sales', 'salesperson');
    for (const days of [-3, -9, -3, 2, -3]) await story.customer({ ownerId: owner.employeeId, nextVisitOn: day(days) });
    await desk.get(PlanDueVisits).sweep(smooth);
    const seen: string[] = [];
    for (let after: string | null = null; ;) {
      const page = await queries.due({ first: 2, after, overdueOnly: true }, owner);
      seen.push(...page.nodes.map((one) => one.plannedOn));
      expect(await page.totalCount).toBe(4);
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
    }
    expect(seen).toEqual([day(-9), day(-3), day(-3), day(-3)]);
    expect(await codesOf(queries.due({ after: 'nonsense' }, owner))).toEqual(['INPUT_INVALID']);
    expect(await codesOf(queries.due({ first: 0 }, owner))).toEqual(['INPUT_INVALID']);
  });
});

describe('[3.11] a follow-up', () => {
  const acts = () => desk.get(FollowUpActs);

  test('opens out of a visit, lengthens the chain and closes it', async () => {
    const colleague = person('sales', 'salesperson');
    await seedPeople(desk.platform, [colleague]);
    const customerId = await story.customer();
    await record(customerId, { followUps: [{ text: '协助补办营业执照', dueOn: day(3), ownerId: colleague.employeeId }] });
    const [first] = (await queries.followUpsDue({}, colleague)).nodes;
    if (!first) throw new Error('nothing is owed');
    expect(await codesOf(acts().complete(desk.seller, { followUpId: first.id, result: '已经办妥' }))).toEqual(['NOT_FOUND']);
    const next = { text: '复核新执照信息', dueOn: day(9), ownerId: colleague.employeeId };
    const second = await acts().complete(desk.manager, { followUpId: first.id, result: '已经受理', next });
    await acts().complete(colleague, { followUpId: second, result: '已经办妥' });
    const chain = await queries.followUpsOf('rootId', [first.id]);
    expect(chain.map(({ state, previousId, closed }) => [state, previousId, closed?.result])).toEqual([
      ['done', null, '已经受理'],
      ['done', first.id, '已经办妥'],
    ]);
    expect((await queries.followUpsDue({}, colleague)).nodes).toEqual([]);
    expect(await codesOf(acts().complete(colleague, { followUpId: second, result: '已经办妥' }))).toEqual(['ILLEGAL_TRANSITION']);
  });

  test('[3.11] of who does not serve the customer any more is completed, and lengthens no chain', async () => {
    const heir = person('sales', 'salesperson');
    await seedPeople(desk.platform, [heir, desk.seller]);
    const customerId = await story.customer();
    const mine = { customerId, text: '提供还款日提醒', dueOn: day(2), ownerId: desk.seller.employeeId };
    await desk.get(TransferCustomer).execute(desk.manager, { customerId, toEmployeeId: heir.employeeId, reason: '区域调整' });
    const followUpId = await acts().open(heir, mine);
    const next = { text: '再次联系客户', dueOn: day(9) };
    const before = await desk.snapshot();
    const foreign = await codesOf(acts().complete(desk.seller, { followUpId, result: '已经提醒', next }));
    expect(foreign).toEqual(['FOLLOW_UP_NEXT_FOREIGN']);
    expect(await desk.snapshot()).toBe(before);
    await acts().complete(desk.seller, { followUpId, result: '已经提醒' });
    const his = await acts().open(heir, { ...mine, ownerId: null });
    const after = await acts().complete(heir, { followUpId: his, result: '已经提醒', next });
    expect(await queries.followUpsByIds([after], heir)).toMatchObject([{ ownerId: heir.employeeId, previousId: his }]);
  });

  test('is opened and cancelled by hand', async () => {
    const customerId = await story.customer();
    const followUpId = await acts().open(desk.seller, { customerId, text: '提供还款日提醒', dueOn: day(0) });
    expect(await queries.followUpsOf('customerId', [customerId])).toMatchObject([{ id: followUpId, overdue: false, state: 'open' }]);
    await acts().cancel(desk.manager, { followUpId, reason: '客户已自行处理' });
    expect(await queries.followUpsByIds([followUpId], desk.seller)).toMatchObject([{ state: 'cancelled' }]);
  });
});
