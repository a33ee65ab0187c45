import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';
import { testGateway } from './gateway.builder.js';
import type { TestGateway } from './gateway.builder.js';
import { tinyFinance, tinyHr } from './tiny-departments.builder.js';
import type { TinyDepartment } from './tiny-departments.builder.js';

let departments: TinyDepartment[];
let gateway: TestGateway;
let closed: TestGateway;

beforeAll(async () => {
  departments = await Promise.all([tinyHr(), tinyFinance()]);
  [gateway, closed] = await Promise.all([testGateway(departments), testGateway(departments, { INTROSPECTION: 'off', EXPLORER: 'off' })]);
});
afterAll(async () => {
  await Promise.all([gateway.stop(), closed.stop()]);
  await Promise.all(departments.map((department) => department.stop()));
});

const managers = (levels: number): string => (levels === 0 ? 'id' : `manager { ${managers(levels - 1)} }`);
const aliases = (count: number) => Array.from({ length: count }, (_, index) => `a${index}: __typename`).join(' ');
const directives = (count: number) =>
  Array.from({ length: count }, (_, index) => `b${index % 20}: __typename @skip(if: false) @include(if: true)`).join(' ');
/** Operations of five tokens each, and one token more for each `extra`. */
const operations = (count: number, extra = '') =>
  Array.from({ length: count }, (_, index) => `query A${index} { __typename ${index === 0 ? extra : ''} }`).join(' ');

interface Row {
  readonly limit: string;
  readonly under: string;
  readonly over: string;
  readonly sentence: string;
  readonly variables?: [under: Record<string, unknown>, over: Record<string, unknown>];
}

const rows: Row[] = [
  {
    limit: 'depth',
    under: `{ employee(id: "e1") { ${managers(10)} } }`,
    over: `{ employee(id: "e1") { ${managers(11)} } }`,
    sentence: 'its fields nest 13 deep, at most 12 are allowed',
  },
  {
    limit: 'depth',
    under: `{ employee(id: "e1") { ...F } } fragment F on Employee { ${managers(10)} }`,
    over: `{ employee(id: "e1") { ...F } } fragment F on Employee { manager { ... on Employee { ${managers(10)} } } }`,
    sentence: 'its fields nest 13 deep, at most 12 are allowed',
  },
  {
    limit: 'cost',
    under: 'query ($n: Int) { loans(first: $n) { nodes { id } } }',
    over: 'query ($n: Int) { loans(first: $n) { nodes { id } } }',
    sentence: 'it asks for up to 20001 objects, at most 20000 are allowed: ask for smaller pages',
    variables: [{ n: 100 }, { n: 20_000 }],
  },
  {
    limit: 'cost',
    under: '{ loans(first: 100) { nodes { steps { by { id } } } } }',
    over: '{ loans(first: 1000) { nodes { steps { by { id } } } } }',
    sentence: 'it asks for up to 21001 objects, at most 20000 are allowed: ask for smaller pages',
  },
  { limit: 'aliases', under: `{ ${aliases(30)} }`, over: `{ ${aliases(31)} }`, sentence: 'it has 31 aliases, at most 30 are allowed' },
  {
    limit: 'aliases',
    under: `{ ...A } fragment A on Query { ${aliases(30)} }`,
    over: `{ ...A ...B } fragment A on Query { ...C } fragment B on Query { ...C } fragment C on Query { ${aliases(16)} }`,
    sentence: 'it has 32 aliases, at most 30 are allowed',
  },
  {
    limit: 'directives',
    under: `{ ${directives(25)} }`,
    over: `{ ${directives(26)} }`,
    sentence: 'it has 52 directives, at most 50 are allowed',
  },
  {
    limit: 'tokens',
    under: operations(800),
    over: operations(800, '__typename'),
    sentence: 'it has 4001 tokens, at most 4000 are allowed',
  },
];

describe('limits', () => {
  test.each(rows)('$limit: $sentence', async ({ limit, under, over, sentence, variables }) => {
    const named = limit === 'tokens' ? { operationName: 'A0' } : {};
    const allowed = await gateway.ask(under, { variables: variables?.[0] ?? {}, ...named });
    expect([allowed.status, allowed.errors]).toEqual([200, []]);
    for (const department of departments) department.seen.length = 0;
    const refused = await gateway.ask(over, { variables: variables?.[1] ?? {}, ...named });
    expect(refused.status).toBe(400);
    expect(refused.errors.map(({ message }) => message)).toEqual([`The query is too complex: ${sentence}.`]);
    const [figure, most] = (sentence.match(/\d+/g) ?? []).map(Number);
    expect(refused.errors[0]?.extensions).toEqual({
      code: 'QUERY_TOO_COMPLEX',
      requestId: refused.headers.get('x-request-id'),
      retryable: false,
      limits: [{ name: limit, figure, limit: most }],
    });
    expect(departments.flatMap(({ seen }) => seen)).toEqual([]);
  });

  test('names everything that is too much, in Chinese on demand', async () => {
    const { errors } = await gateway.ask(`{ ${aliases(31)} employee(id: "e1") { ${managers(11)} } }`, {
      headers: { 'accept-language': 'zh-CN,en;q=0.5' },
    });
    expect(errors[0]?.message).toBe('查询过于复杂：字段嵌套 13 层，最多允许 12 层；使用了 31 个别名，最多允许 30 个。');
  });

  test('a page size that is left out counts as a page, one in a default counts as given', async () => {
    const left = await gateway.ask('query ($n: Int = 30000) { loans(first: $n) { nodes { id } } }');
    expect(left.errors[0]?.message).toContain('30001 objects');
    const none = await gateway.ask('{ loans { nodes { id } } }');
    expect(none.errors).toEqual([]);
  });

  test('fragments that double at every step are measured without expanding them', async () => {
    const fragments = Array.from(
      { length: 40 },
      (_, index) => `fragment F${index} on Employee { a: manager { ...F${index + 1} } b: manager { ...F${index + 1} } }`,
    );
    const { status, errors } = await gateway.ask(`{ employee(id: "e1") { ...F0 } } ${fragments.join(' ')} fragment F40 on Employee { id }`);
    expect(status).toBe(400);
    expect(errors.length).toBeGreaterThan(0);
  });

  test('a circle of fragments is refused by validation', async () => {
    const { errors } = await gateway.ask('{ employee(id: "e1") { ...F } } fragment F on Employee { manager { ...F } }');
    expect(errors[0]?.extensions['code']).toBe('GRAPHQL_VALIDATION_FAILED');
  });
});

describe('introspection', () => {
  test('is allowed whole where it is on', async () => {
    const { status, errors } = await gateway.ask(getIntrospectionQuery({ descriptions: true, inputValueDeprecation: true }));
    expect([status, errors]).toEqual([200, []]);
  });

  test('is refused where it is off, and nothing suggests names', async () => {
    const { errors } = await closed.ask('{ __schema { queryType { name } } }');
    expect(errors[0]?.extensions['code']).toBe('GRAPHQL_VALIDATION_FAILED');
    const typo = await closed.ask('{ loan { totalCount } }');
    expect(typo.text).not.toContain('Did you mean');
    expect((await fetch(`${closed.url}/explorer`)).status).toBe(404);
  });

  test('an introspection that nests lists of fields is refused', async () => {
    const { errors } = await gateway.ask(
      '{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }',
    );
    expect(errors[0]?.extensions['code']).toBe('GRAPHQL_VALIDATION_FAILED');
  });
});
