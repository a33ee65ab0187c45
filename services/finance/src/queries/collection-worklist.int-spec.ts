import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { addDays } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { person } from '@weilend/testing';
import { at, collectionsKit, collector } from '../../test/builders/collections-kit.builder.js';
import type { CollectionsKit } from '../../test/builders/collections-kit.builder.js';
import { people } from '../../test/builders/finance-kit.builder.js';
import type { Loan } from '../domain/loan/loan.js';
import type { WorklistRequest } from './collection-worklist.queries.js';

let kit: CollectionsKit;
let today: LocalDate;
beforeAll(async () => {
  kit = await collectionsKit();
  today = kit.p.clock.today();
});
afterAll(() => kit.stop());
beforeEach(async () => {
  for (const name of ['loans', 'collection_cases', 'collection_contacts', 'payment_promises', 'collection_days'])
    await kit.p.database.collection(name).deleteMany({});
});

const late = (days: number, change: Partial<Loan> = {}) => kit.lend(addDays(today, -days), change);
const list = (request: WorklistRequest = {}, actor = collector) => kit.worklist.list(request, actor);
const idsOf = async (request: WorklistRequest = {}, actor = collector): Promise<string[]> =>
  (await list(request, actor)).nodes.map((item) => item.loan.id);

describe('[7.4] the late loans of today', () => {
  it('are all there, the latest first, before any day end or case; and no other', async () => {
    const [one, ninety, forty] = [await late(1), await late(95), await late(40)];
    await late(0);
    await late(-5);
    await late(40, { state: 'SETTLED' });
    await late(1, { creditFen: 8884_88 });
    expect(await idsOf()).toEqual([ninety.id, forty.id, one.id]);
    const { nodes, pageInfo, totalCount } = await list();
    expect(nodes.map((item) => [item.standing.daysPastDue, item.standing.bucket, item.status])).toEqual([
      [95, 'M4_PLUS', 'OPEN'],
      [40, 'M2_M3', 'OPEN'],
      [1, 'M1', 'OPEN'],
    ]);
    expect([pageInfo.hasNextPage, await totalCount]).toEqual([false, 3]);
    expect(nodes[2]!.overdue).toEqual({ principalFen: 7884_88, interestFen: 1000_00, penaltyFen: 3_94, feesFen: 0, totalFen: 8888_82 });
  });

  it('with what was done: case, last contact, contacts of today, promise', async () => {
    const loan = await late(40);
    const other = await late(20, { customerId: loan.customerId });
    await kit.contact(other.id, { tookPlaceAt: at(addDays(today, -2)) });
    const contactId = await kit.contact(loan.id, { result: 'PROMISED', promise: { amountFen: 100, byOn: addDays(today, 2) } });
    await kit.p.database.collection('collection_contacts').updateMany({}, { $set: { on: today } });
    const [item] = (await list()).nodes;
    expect(item).toMatchObject({
      ...{ status: 'PROMISED', contactsToday: 1, conversationsToday: 2, brokenPromises: 0, brokenPromisesLimit: 2 },
      lastContact: { id: contactId, result: 'PROMISED' },
      promise: { amountFen: 100, byOn: addDays(today, 2), state: 'OPEN' },
      one: { nextActionOn: addDays(today, 3), contacts: 1 },
    });
  });

  it('show how many promises were broken', async () => {
    const loan = await late(60);
    for (const ago of [20, 10]) {
      const promise = { amountFen: 100, byOn: addDays(today, -ago) };
      await kit.contact(loan.id, { tookPlaceAt: at(addDays(today, -ago - 1)), result: 'PROMISED', promise });
      await kit.p.database.collection('collection_days').deleteMany({});
      await kit.collectionDay.execute();
    }
    expect((await list()).nodes).toMatchObject([{ status: 'PROMISE_BROKEN', brokenPromises: 2, brokenPromisesLimit: 2 }]);
  });

  it('[3.7] are shown to a salesperson when they are his, and their history too', async () => {
    const { salesperson } = people;
    const his = await late(40, { salespersonId: salesperson.employeeId });
    const others = await late(50);
    for (const { id } of [his, others]) await kit.contact(id);
    expect(await idsOf({}, salesperson)).toEqual([his.id]);
    expect(await idsOf({ hardship: null, nextActionBy: today }, salesperson)).toEqual([]);
    const contacts = async (loanId: string) => (await kit.history.contacts({ loanId }, salesperson)).nodes.length;
    const cases = async (loanId: string) => (await kit.history.cases({ loanId }, salesperson)).nodes.length;
    expect([await contacts(his.id), await contacts(others.id), await cases(his.id), await cases(others.id)]).toEqual([1, 0, 1, 0]);
    expect(await kit.allowances.of(others.id, salesperson)).toBeNull();
    expect(await idsOf({}, person('finance', 'auditor'))).toHaveLength(2);
  });
});

describe('[7.4] filters', () => {
  it.each([
    ['M1', [1, 29]],
    ['M2_M3', [30, 89]],
    ['M4_PLUS', [90, 400]],
  ] as const)('of bucket %s', async (bucket, expected) => {
    for (const days of [1, 29, 30, 89, 90, 400]) await late(days);
    expect((await list({ bucket })).nodes.map((item) => item.standing.daysPastDue)).toEqual([...expected].reverse());
  });

  it.each([
    [1, 3],
    [30, 2],
    [31, 1],
    [1000, 0],
  ])('of at least %i days', async (minDaysPastDue, count) => {
    for (const days of [5, 30, 200]) await late(days);
    expect(await idsOf({ minDaysPastDue })).toHaveLength(count);
  });

  it('of who works on it, and of what is to be done', async () => {
    const [a, b, c] = [await late(10), await late(20), await late(30)];
    await kit.assign.execute(people.checker, { loanIds: [a.id, b.id], collectorId: collector.employeeId });
    await kit.plan.execute(collector, { loanId: b.id, nextActionOn: today });
    await kit.plan.execute(collector, { loanId: c.id, nextActionOn: addDays(today, 1) });
    await kit.plan.noteHardship(collector, { loanId: c.id, reason: '失业' });
    expect(await idsOf({ collectorId: collector.employeeId })).toEqual([b.id, a.id]);
    expect(await idsOf({ collectorId: people.checker.employeeId })).toEqual([]);
    expect(await idsOf({ unassigned: true })).toEqual([c.id]);
    expect(await idsOf({ nextActionBy: today })).toEqual([b.id]);
    expect(await idsOf({ nextActionBy: addDays(today, 1) })).toEqual([c.id, b.id]);
    expect(await idsOf({ nextActionBy: addDays(today, 1), unassigned: true })).toEqual([c.id]);
    expect(await idsOf({ nextActionBy: addDays(today, 1), bucket: 'M1' })).toEqual([b.id]);
    expect(await idsOf({ hardship: true })).toEqual([c.id]);
    expect((await list({ hardship: true })).nodes).toMatchObject([{ status: 'HARDSHIP' }]);
  });

  it('of how the newest promise went', async () => {
    const [a] = [await late(10), await late(20)];
    await kit.contact(a.id, { result: 'PROMISED', promise: { amountFen: 1, byOn: today } });
    expect([await idsOf({ promiseState: 'OPEN' }), await idsOf({ promiseState: 'BROKEN' })]).toEqual([[a.id], []]);
  });
});

describe('[7.4] pages', () => {
  it.each([
    ['DAYS_PAST_DUE', {}],
    ['OUTSTANDING', {}],
    ['DAYS_PAST_DUE', { nextActionBy: true }],
    ['OUTSTANDING', { nextActionBy: true }],
    ['OUTSTANDING', { unassigned: true }],
  ] as const)('by %s %o show every loan once, in order, also among equal ones', async (sort, wanted) => {
    const made: Loan[] = [];
    for (const days of [10, 10, 10, 20, 5, 40, 40]) {
      made.push(await late(days, { outstandingFen: 1_000_00 * (1 + (made.length % 3)) }));
      await kit.plan.execute(collector, { loanId: made.at(-1)!.id, nextActionOn: today });
    }
    const filter: WorklistRequest = 'nextActionBy' in wanted ? { nextActionBy: today } : wanted;
    const seen: Loan[] = [];
    let after: string | null = null;
    for (let page = 0; page < 5; page++) {
      const { nodes, pageInfo }: Awaited<ReturnType<typeof list>> = await list({ ...filter, sort, first: 2, after });
      seen.push(...nodes.map((item) => item.loan));
      expect(pageInfo.hasNextPage).toBe(seen.length < made.length);
      after = pageInfo.endCursor;
      if (!pageInfo.hasNextPage) break;
    }
    expect(seen.map(({ id }) => id).sort()).toEqual(made.map(({ id }) => id).sort());
    const keys = seen.map((loan) => (sort === 'OUTSTANDING' ? -loan.outstandingFen : Date.parse(loan.rows[0]!.dueOn)));
    expect(keys).toEqual([...keys].sort((left, right) => left - right));
    expect(await (await list(filter)).totalCount).toBe(7);
  });

  it.each([{ first: 0 }, { first: 101 }, { after: 'nonsense' }])('%o is refused', async (request) => {
    await expect(list(request)).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  });

  it('of the history are newest first', async () => {
    const loan = await late(40);
    const ids: string[] = [];
    for (const ago of [3, 2, 1]) ids.push(await kit.contact(loan.id, { tookPlaceAt: at(addDays(today, -ago)) }));
    const first = await kit.history.contacts({ loanId: loan.id, first: 2 }, collector);
    expect(first.nodes.map(({ id }) => id)).toEqual([ids[2], ids[1]]);
    const second = await kit.history.contacts({ loanId: loan.id, first: 2, after: first.pageInfo.endCursor }, collector);
    expect(second.nodes.map(({ id }) => id)).toEqual([ids[0]]);
  });
});

describe('[7.4] may I call now', () => {
  it('counts the conversations of today, of all loans of the debtor', async () => {
    const loan = await late(40);
    const other = await late(20, { customerId: loan.customerId });
    for (const { id } of [loan, other, other]) await kit.contact(id);
    expect(await kit.allowances.of(loan.id, collector)).toMatchObject({ conversationsToday: 0, voicePerDay: 3 });
    await kit.p.database.collection('collection_contacts').updateMany({}, { $set: { on: today } });
    const allowance = await kit.allowances.of(loan.id, collector);
    expect(allowance).toMatchObject({ allowed: false, conversationsToday: 3 });
    expect(allowance?.reasons).toContain('DAILY_MAXIMUM');
    expect(allowance!.nextAt!.getTime()).toBe(at(addDays(today, 1), '08:00').getTime());
  });

  it('says that there is nothing to call about', async () => {
    expect((await kit.allowances.of((await late(0)).id, collector))?.reasons).toContain('NOT_OVERDUE');
  });
});
