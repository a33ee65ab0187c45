import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addDays, newId } from '@weilend/kernel';
import { person, seedPeople } from '@weilend/testing';
import { salesDesk } from '../../../test/builders/desk.builder.js';
import type { SalesDesk } from '../../../test/builders/desk.builder.js';
import { codesOf } from '../../../test/builders/refusal.builder.js';
import { residentId, Story } from '../../../test/builders/story.builder.js';
import { Customers } from '../../persistence/customer/customer.repository.js';
import { AddBankCard } from '../../use-cases/customer/add-bank-card.use-case.js';
import { DraftContract } from '../../use-cases/contract/draft-contract.use-case.js';
import { CreateLead } from '../../use-cases/enquiry/create-lead.use-case.js';
import { CustomerQueries } from '../customer/customer.queries.js';
import { ServicePlans } from '../customer/service-plans.queries.js';
import { SearchQueries } from './search.queries.js';
import type { FoundKind } from './search.queries.js';

let desk: SalesDesk;
let story: Story;
let search: SearchQueries;
let customers: CustomerQueries;
const colleague = person('sales', 'salesperson');
const number = residentId();
const CREDIT_CODE = '91350100M000100Y43';
const made: Record<'mine' | 'theirs' | 'shop' | 'lead' | 'theirLead' | 'application', string> = {
  ...{ mine: '', theirs: '', shop: '', lead: '', theirLead: '', application: '' },
};

beforeAll(async () => {
  desk = await salesDesk();
  story = new Story(desk);
  await seedPeople(desk.platform, [desk.seller, colleague]);
  const { database, cipher, parameters, clock } = desk.platform;
  search = new SearchQueries(database, cipher);
  customers = new CustomerQueries(database, desk.get(Customers), cipher, new ServicePlans(parameters, clock), clock);
  made.mine = await story.customer({ name: '欧阳小明', phone: '13811110001', residentId: number });
  made.theirs = await story.customer({ name: '欧阳小红', phone: '13811110002', ownerId: colleague.employeeId });
  made.shop = await story.customer({
    ...{
      type: 'MICRO_ENTERPRISE',
      name: '北京惟联商贸有限公司',
      representativeName: '司马光',
      creditCode: CREDIT_CODE,
      phone: '13811110003',
    },
  });
  await desk.get(AddBankCard).execute(desk.seller, { customerId: made.mine, number: '4000000000000002', bank: '工商银行' });
  const lead = { channel: 'ONLINE' as const, onlineSource: 'WEBSITE' as const, contactName: '欧阳大伟', phone: '13811110004' };
  made.lead = await desk.get(CreateLead).execute(desk.seller, lead);
  made.theirLead = await desk.get(CreateLead).execute(colleague, { ...lead, phone: '13811110009' });
  made.application = await story.given({ customerId: made.mine }, { name: '无关者' });
});
afterAll(() => desk.stop());

const found = async (text: string, by = desk.seller, kinds: FoundKind[] | null = null) =>
  (await search.search({ text, kinds }, by)).nodes.map(({ id }) => id);

describe('[3.7] one search, in the scope of who asks', () => {
  test.each<[string, string, (keyof typeof made)[]]>([
    ['a part of a name', '欧阳', ['mine', 'application', 'lead']],
    ['the end of a name', '阳小明', ['mine', 'application']],
    ['one character', '阳', ['mine', 'application', 'lead']],
    ['the middle of a company', '惟联商贸', ['shop']],
    ['a representative', '司马光', ['shop']],
    ['what no name has in this order', '明小', []],
    ['a phone', '138 1111 0001', ['mine', 'application']],
    ['a phone of a lead', '13811110004', ['lead']],
    ['the last four of a phone', '0003', ['shop']],
    ['a resident id', number, ['mine', 'application']],
    ['a credit code', CREDIT_CODE.toLowerCase(), ['shop']],
    ['a card', '4000000000000002', ['mine', 'application']],
    ['the last four of an identity number', number.slice(-4).toLowerCase(), ['mine', 'application']],
    ['a colleague’s phone', '13811110002', []],
    ['a colleague’s name', '欧阳小红', []],
    ['a part of a number', '1381111', []],
    ['a pattern', '.*欧', []],
  ])('%s', async (_title, text, expected) => {
    expect((await found(text)).sort()).toEqual(expected.map((name) => made[name]).sort());
  });

  test('ids are found by their beginning, also of applications, never those of others', async () => {
    expect(await found(made.application)).toEqual([made.application]);
    expect(await found(made.application.slice(0, 24))).toContain(made.application);
    expect(await found(made.theirs)).toEqual([]);
    expect(await found(made.theirLead)).toEqual([]);
    expect(await found(made.application, colleague)).toEqual([]);
  });

  test('[2.12] a contract is found by its number, however it is written, and never that of another one', async () => {
    await story.publishProduct();
    const { applicationId } = await story.approved();
    const contractId = await desk.get(DraftContract).execute(desk.seller, { applicationId });
    const { number } = await story.contract(contractId);
    const [, year, no] = number.split('-');
    for (const text of [number, ` ${number.toLowerCase()} `, `WD${year}${no}`, `wd ${year} ${Number(no)}`])
      expect(await found(text)).toEqual([contractId]);
    expect(await found(number, colleague)).toEqual([]);
    expect(await found(number, desk.manager, ['CUSTOMER', 'LEAD', 'APPLICATION'])).toEqual([]);
    expect(await found(`WD-${Number(year) - 1}-${no}`)).toEqual([]);
    expect((await search.search({ text: number }, desk.seller)).nodes).toMatchObject([{ kind: 'CONTRACT', title: `${number} draft` }]);
  });

  test('the manager finds all, and only the kinds that he asks for', async () => {
    expect((await found('欧阳', desk.manager)).sort()).toEqual(
      [made.mine, made.theirs, made.lead, made.theirLead, made.application].sort(),
    );
    expect((await found('欧阳', desk.manager, ['LEAD'])).sort()).toEqual([made.lead, made.theirLead].sort());
    expect(await found(made.application, desk.manager, ['CUSTOMER'])).toEqual([]);
    expect(await found('13811110001', desk.seller, ['APPLICATION', 'CONTRACT'])).toEqual([made.application]);
    expect(await found('13811110001', colleague, ['APPLICATION', 'CONTRACT'])).toEqual([]);
  });

  test('pages run over the kinds without a gap or a double', async () => {
    const seen: string[] = [];
    for (let after: string | null = null; ;) {
      const page: Awaited<ReturnType<SearchQueries['search']>> = await search.search({ text: '欧阳', first: 1, after }, desk.manager);
      seen.push(...page.nodes.map(({ id }) => id));
      after = page.pageInfo.endCursor;
      if (!page.pageInfo.hasNextPage) break;
    }
    expect(seen).toEqual([made.theirs, made.mine, made.theirLead, made.lead, made.application]);
  });

  test('what is found is named with care: a lead is masked', async () => {
    const page = await search.search({ text: '欧阳' }, desk.seller);
    expect(page.nodes.map(({ title }) => title)).toEqual(['欧阳小明', '欧***', 'DRAFT']);
  });

  test.each<[string, object, string]>([
    ['nothing', { text: '  ' }, 'SEARCH_TEXT_SHORT'],
    ['any id', { text: 'cus_' }, 'SEARCH_TEXT_SHORT'],
    ['a page of none', { text: '欧阳', first: 0 }, 'INPUT_INVALID'],
    ['a page of all', { text: '欧阳', first: 101 }, 'INPUT_INVALID'],
    ['a foreign cursor', { text: '欧阳', after: 'bm9uc2Vuc2U' }, 'INPUT_INVALID'],
  ])('%s is refused', async (_title, request, code) => {
    expect(await codesOf(search.search(request as { text: string }, desk.seller))).toEqual([code]);
  });
});

describe('[3.7, 3.8, 3.11] lists of customers', () => {
  test('another salesperson’s customer is not there for him, on no list and by no id', async () => {
    expect(await customers.byIds([made.theirs], desk.seller)).toEqual([]);
    expect((await customers.list({ ownerId: colleague.employeeId }, desk.seller)).nodes).toEqual([]);
    expect((await customers.list({ ownerId: colleague.employeeId }, desk.manager)).nodes.map(({ id }) => id)).toEqual([made.theirs]);
    expect(await customers.unmasked(made.theirs, desk.seller)).toBeNull();
  });

  test('visits that are due: longest due first, in pages', async () => {
    const owner = person('sales', 'salesperson');
    const today = desk.platform.clock.today();
    const ids: string[] = [];
    for (const days of [-1, -5, 0, 1, -5]) ids.push(await story.customer({ ownerId: owner.employeeId, nextVisitOn: addDays(today, days) }));
    const seen: string[] = [];
    for (let after: string | null = null; ;) {
      const page: Awaited<ReturnType<CustomerQueries['list']>> = await customers.list({ visitDue: true, first: 1, after }, owner);
      seen.push(...page.nodes.map(({ id }) => id));
      expect(await page.totalCount).toBe(4);
      after = page.pageInfo.endCursor;
      if (!page.pageInfo.hasNextPage) break;
    }
    expect(seen).toEqual([ids[1], ids[4], ids[0], ids[2]]);
    expect(await codesOf(customers.list({ visitDue: true, after: 'bm9uc2Vuc2U' }, owner))).toEqual(['INPUT_INVALID']);
  });
});

describe('[3.7] every list and search is a walk along an index', () => {
  const own = { ownerId: 'emp_1' };
  const live = { mergedInto: null };
  const visitDue = { visitDueOn: { $type: 'string', $lte: '2026-11-23' } };
  test.each<[string, object, Record<string, 1 | -1>, string]>([
    ['his customers', own, { _id: -1 }, 'owner'],
    ['his customers of a kind', { ...own, type: 'INDIVIDUAL' }, { _id: -1 }, 'ownerType'],
    ['his customers of a grade', { ...own, grade: 'A' }, { _id: -1 }, 'ownerGrade'],
    ['all of a kind', { type: 'INDIVIDUAL' }, { _id: -1 }, 'type'],
    ['all of a grade', { grade: 'A' }, { _id: -1 }, 'grade'],
    ['all', {}, { _id: -1 }, '_id_'],
    ['his visits that are due', { ...own, ...visitDue }, { visitDueOn: 1, _id: 1 }, 'visitDueOnOwn'],
    ['all visits that are due', visitDue, { visitDueOn: 1, _id: 1 }, 'visitDueOnAllByOwner'],
    ['a name among his', { ...own, searchKeys: { $all: ['n:欧阳', 'n:阳小'] } }, { _id: -1 }, 'ownerSearch'],
    ['a name among all', { searchKeys: { $all: ['n:欧阳'] } }, { _id: -1 }, 'search'],
    ['a number among his', { ...own, searchKeys: { $in: ['bi1.a', 'bi1.b'] } }, { _id: -1 }, 'ownerSearch'],
  ])('%s: in its order, without sorting', async (_title, filter, sort, index) => {
    const plan = await desk.platform.database
      .collection('customers')
      .find({ $and: [{ ...live, ...filter }, {}] } as never)
      .hint(index)
      .sort(sort)
      .limit(21)
      .explain('queryPlanner');
    const winning = JSON.stringify(plan['queryPlanner'].winningPlan);
    expect(winning).toContain(`"indexName":"${index}"`);
    expect(winning).not.toContain('"COLLSCAN"');
    expect(winning).not.toContain('"stage":"SORT"');
  });
});

test('[3.7] ids of nobody are found by nobody', async () => {
  expect(await found(newId('cus'), desk.manager)).toEqual([]);
});
