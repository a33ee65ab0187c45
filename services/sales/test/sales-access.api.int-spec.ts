import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '@weilend/kernel';
import { person } from '@weilend/testing';
import type { SubgraphUnderTest } from '@weilend/testing';
import { manager, other, SalesGraph, seller } from './builders/sales-graph.builder.js';
import { residentId, Story } from './builders/story.builder.js';

let graph: SalesGraph;
let sales: SubgraphUnderTest;
beforeAll(async () => {
  graph = await SalesGraph.start();
  ({ sales } = graph);
});
afterAll(() => graph.stop());

const act: SalesGraph['act'] = (...parts) => graph.act(...parts);
const ask = <T>(query: string, variables: object, as = seller): Promise<T> => graph.ask<T>(query, variables, as);

test('a list of 50 applications costs as many database queries as a list of 5', async () => {
  const db = sales.platform.database.connection.getClient().db(sales.platform.database.connection.name);
  const profile = sales.platform.database.collection('system.profile');
  const count = async (first: number): Promise<number> => {
    const query = `query ($n: Int) { applications(first: $n) { nodes { id stage customer { name completeness { percent } } salesperson { id } contract { state recordings { kind } } proposal { state } documents { judgements { isTrue judgedBy { id } } } timeline { stage at } } } }`;
    // The platform asks by itself now and then (clock, deny list, keys): that is no cost of the page.
    const asked = { op: 'query', ns: { $not: /\.(clock|denied_employees|signing_keys|leases)$/ } };
    const before = await profile.countDocuments(asked as never);
    await db.command({ profile: 2 });
    const page = await ask<{ applications: { nodes: unknown[] } }>(query, { n: first }, manager);
    await db.command({ profile: 0 });
    expect(page.applications.nodes).toHaveLength(first);
    return (await profile.countDocuments(asked as never)) - before;
  };
  const story = new Story({ platform: sales.platform, seller, get: (type: never) => sales.app.get(type) } as never);
  for (let made = 0; made < 50; made++) await story.given();
  const five = await count(5);
  expect(five).toBeGreaterThan(1);
  expect(await count(50)).toBe(five);
});

describe('[2.2] permissions', () => {
  test.each([
    ['nobody', undefined, 'UNAUTHENTICATED'],
    ['an investigator', person('risk', 'investigator'), 'FORBIDDEN'],
    ['a committee member', person('approval', 'committee-member'), 'FORBIDDEN'],
    ['a finance officer', person('finance', 'finance-officer'), 'FORBIDDEN'],
    ['an auditor', person(null, 'auditor'), 'FORBIDDEN'],
  ])('%s may neither register, submit nor sign', async (_title, as, code) => {
    const inputs: [string, string, object][] = [
      ['submitApplication', 'SubmitApplicationInput', { applicationId: newId('app') }],
      ['signContract', 'SignContractInput', { requestKey: 'k', contractId: newId('con'), payeeAccountId: newId('acc') }],
      ['passFirstCheck', 'PassFirstCheckInput', { applicationId: newId('app') }],
    ];
    for (const [name, type, input] of inputs) {
      const answer = await sales.graph(`mutation ($input: ${type}!) { ${name}(input: $input) { userErrors { code } } }`, { input }, as);
      expect(answer.errors?.[0]?.extensions['code']).toBe(code);
    }
  });

  test('a salesperson may not do what is the manager’s', async () => {
    const answer = await sales.graph(
      'mutation { addPartner(input: { name: "某机构", creditCode: "91350100M000100Y43" }) { userErrors { code } } }',
      {},
      seller,
    );
    expect(answer.errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  });
});

describe('[3.6] a second file for the same person', () => {
  test('is refused, also when two try at once, and does not say whose it is', async () => {
    const identity = { type: 'INDIVIDUAL', name: '李四', residentId: residentId(), phone: '13700137000', address: '上海市某路 2 号' };
    const answers = await Promise.all([seller, other, manager].map((as) => act('registerCustomer', { identity }, 'customer', { as })));
    expect(answers.filter((answer) => answer['customer'])).toHaveLength(1);
    const refused = answers.filter((answer) => !answer['customer']).flatMap((answer) => answer.userErrors);
    expect(refused).toMatchObject([{ code: 'CUSTOMER_EXISTS', rule: '3.6' }, { code: 'CUSTOMER_EXISTS' }]);
    expect(JSON.stringify(refused)).not.toMatch(/cus_|emp_/);
  });
});
