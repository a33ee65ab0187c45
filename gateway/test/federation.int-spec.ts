import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { eventually, post, testGateway } from './gateway.builder.js';
import type { TestGateway } from './gateway.builder.js';
import { tinyCoordination, tinyFinance, tinyHr } from './tiny-departments.builder.js';
import type { TinyDepartment } from './tiny-departments.builder.js';

let hr: TinyDepartment;
let finance: TinyDepartment;
let coordination: TinyDepartment;
let gateway: TestGateway;

beforeAll(async () => {
  [hr, finance, coordination] = await Promise.all([tinyHr(), tinyFinance(), tinyCoordination()]);
  gateway = await testGateway([hr, finance, coordination], { SUBGRAPH_TIMEOUT_MS: '400' });
});
afterAll(async () => {
  await gateway.stop();
  await Promise.all([hr, finance, coordination].map((department) => department.stop()));
});
beforeEach(() => {
  for (const department of [hr, finance, coordination]) {
    department.seen.length = 0;
    department.answer = undefined;
  }
});

const page = 'query Page($n: Int) { loans(first: $n) { nodes { id amountFen officer { id name } } } meetings { id } }';

describe('one graph of several departments', () => {
  test('joins what different departments own', async () => {
    const { status, data, errors } = await gateway.ask(page, { variables: { n: 2 } });
    expect([status, errors]).toEqual([200, []]);
    expect(data).toEqual({
      loans: {
        nodes: [
          { id: 'l0', amountFen: 0, officer: { id: 'e1', name: 'Wang Fang' } },
          { id: 'l1', amountFen: 100, officer: { id: 'e2', name: 'Li Wei' } },
        ],
      },
      meetings: [{ id: 'm1' }],
    });
  });

  test('asks for the same entity once and puts it into every place', async () => {
    const { data } = await gateway.ask(page, { variables: { n: 50 } });
    const fetch = hr.seen.find(({ variables }) => 'representations' in variables);
    expect(fetch?.variables['representations']).toEqual([
      { __typename: 'Employee', id: 'e1' },
      { __typename: 'Employee', id: 'e2' },
    ]);
    const nodes = (data?.['loans'] as { nodes: { officer: { name: string } }[] }).nodes;
    expect(nodes.map(({ officer }) => officer.name)).toEqual(nodes.map((_, index) => (index % 2 === 0 ? 'Wang Fang' : 'Li Wei')));
  });

  test('a refusal on one entity names every place where it stands', async () => {
    const { data, errors } = await gateway.ask('{ loans(first: 3) { nodes { officer { name phone } } } }');
    expect(errors.map(({ path }) => path?.join('.'))).toEqual([
      'loans.nodes.0.officer.phone',
      'loans.nodes.2.officer.phone',
      'loans.nodes.1.officer.phone',
    ]);
    expect(errors[0]?.extensions).toEqual({ code: 'FORBIDDEN', department: 'hr', requestId: expect.any(String), retryable: false });
    expect((data?.['loans'] as { nodes: unknown[] }).nodes[1]).toEqual({ officer: { name: 'Li Wei', phone: null } });
  });

  test('forwards token, language, trace, request id and the address of the caller', async () => {
    const trace = '4bf92f3577b34da6a3ce929d0e0e4736';
    const headers = {
      authorization: 'Bearer abc',
      'accept-language': 'zh-CN',
      traceparent: `00-${trace}-00f067aa0ba902b7-01`,
      'x-request-id': 'order-4711',
    };
    const answer = await gateway.ask('{ headers }', { headers });
    expect(answer.headers.get('x-request-id')).toBe('order-4711');
    expect(answer.data?.['headers']).toEqual(
      expect.arrayContaining([
        'authorization: Bearer abc',
        'accept-language: zh-CN',
        'x-request-id: order-4711',
        'x-forwarded-for: 127.0.0.1',
      ]),
    );
    expect(hr.seen[0]?.headers['traceparent']).toMatch(new RegExp(`^00-${trace}-(?!00f067aa0ba902b7)[0-9a-f]{16}-01$`));
  });

  test.each(['short', 'has space in it', 'x'.repeat(65), ''])('replaces the unusable request id %j and starts a trace', async (id) => {
    const answer = await gateway.ask('{ headers }', { headers: { 'x-request-id': id, traceparent: 'nonsense' } });
    expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(hr.seen[0]?.headers['traceparent']).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/);
  });
});

describe('a department in trouble', () => {
  test('that is down dims its own fields only, with one error that names it', async () => {
    await hr.stop();
    const { status, data, errors } = await gateway.ask(
      '{ loans(first: 1) { nodes { id officer { id name } } } meetings { id } employee(id: "e1") { name } headers }',
    );
    await hr.start();
    expect(status).toBe(200);
    expect(errors).toEqual([
      {
        message: 'The hr department cannot be reached at the moment.',
        extensions: { code: 'SUBGRAPH_UNAVAILABLE', department: 'hr', requestId: expect.any(String), retryable: true },
      },
    ]);
    // `headers` is not nullable, so the whole answer falls with it.
    expect(data).toBeNull();
  });

  test('keeps the fields of the others, nulls its own', async () => {
    await hr.stop();
    const answer = await gateway.ask(
      '{ loans(first: 1) { nodes { id officer { id name } } } meetings { id } employee(id: "e1") { name } }',
      {
        headers: { 'accept-language': 'zh' },
      },
    );
    await hr.start();
    expect(answer.data).toEqual({
      loans: { nodes: [{ id: 'l0', officer: { id: 'e1', name: null } }] },
      meetings: [{ id: 'm1' }],
      employee: null,
    });
    expect(answer.errors.map(({ message }) => message)).toEqual(['hr 部门暂时无法访问。']);
  });

  test.each([
    ['a timeout of a query', '{ employee(id: "e1") { name } }', 'SUBGRAPH_TIMEOUT', true],
    ['a timeout of a change, which may have happened', 'mutation { rename(name: "x") { name } }', 'SUBGRAPH_TIMEOUT', false],
  ])('%s', async (_name, query, code, retryable) => {
    hr.answer = () => new Promise(() => undefined);
    const { data, errors } = await gateway.ask(query);
    expect(Object.values(data ?? {})).toEqual([null]);
    expect(errors).toEqual([
      {
        message: 'The hr department did not answer within 0.4 s.',
        extensions: { code, department: 'hr', requestId: expect.any(String), retryable },
      },
    ]);
  });

  test('a change that never left the gateway may be repeated', async () => {
    await hr.stop();
    // The first answer shows the gateway that its open connections are gone.
    await gateway.ask('{ employee(id: "e1") { name } }');
    const { errors } = await gateway.ask('mutation { rename(name: "x") { name } }');
    await hr.start();
    expect(errors[0]?.extensions).toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE', retryable: true });
  });

  test.each([
    ['an HTML page', 502, '<html>bad gateway</html>', 'SUBGRAPH_UNAVAILABLE'],
    ['half of a JSON', 200, '{"data":{"employee"', 'SUBGRAPH_UNAVAILABLE'],
    ['JSON that is no GraphQL', 200, '[1]', 'SUBGRAPH_UNAVAILABLE'],
    ['data with a bad status', 500, '{"data":{"employee":{"name":"x"}}}', 'SUBGRAPH_UNAVAILABLE'],
    [
      'GraphQL errors with a bad status',
      401,
      '{"errors":[{"message":"sign in","extensions":{"code":"UNAUTHENTICATED"}}]}',
      'UNAUTHENTICATED',
    ],
  ])('that answers %s', async (_name, status, body, code) => {
    hr.answer = () => Promise.resolve({ status, body });
    const { data, errors } = await gateway.ask('{ employee(id: "e1") { name } }');
    expect(data).toEqual({ employee: null });
    expect(errors.map(({ extensions }) => extensions)).toEqual([
      { code, department: 'hr', requestId: expect.any(String), retryable: expect.any(Boolean) },
    ]);
  });

  test('counts the outcomes of fetches', async () => {
    await gateway.ask('{ meetings { id } }');
    expect(await gateway.metric(/^gateway_subgraph_requests_total\{subgraph="coordination",outcome="ok"/)).toBeGreaterThan(0);
    expect(await gateway.metric(/^gateway_subgraph_requests_total\{subgraph="hr",outcome="SUBGRAPH_TIMEOUT"/)).toBe(2);
  });
});

describe('the one shape of errors', () => {
  test('an internal error of a department stays there', async () => {
    const { errors, text } = await gateway.ask('{ crash }');
    expect(errors).toEqual([
      {
        message: 'Something went wrong inside. Give the requestId to support.',
        path: ['crash'],
        extensions: { code: 'INTERNAL_SERVER_ERROR', department: 'hr', requestId: expect.any(String), retryable: false },
      },
    ]);
    expect(text).not.toMatch(/10\.0\.0\.7|serviceName|stack/);
  });

  test('what a department adds stays, such as the rule', async () => {
    const { errors } = await gateway.ask('{ busy }');
    expect(errors[0]).toMatchObject({
      message: 'still running',
      extensions: { code: 'REQUEST_IN_PROGRESS', rule: '7.1', retryable: true, department: 'hr' },
    });
  });

  test.each([
    ['syntax', { query: '{ loans( }' }, 400, 'GRAPHQL_PARSE_FAILED'],
    ['unknown field', { query: '{ loan }' }, 400, 'GRAPHQL_VALIDATION_FAILED'],
    ['wrong variable', { query: 'query ($n: Int) { loans(first: $n) { totalCount } }', variables: { n: 'many' } }, 400, 'BAD_USER_INPUT'],
    ['unknown operation name', { query: 'query A { meetings { id } }', operationName: 'B' }, 400, 'OPERATION_RESOLUTION_FAILURE'],
    ['no query', { variables: {} }, 400, 'BAD_REQUEST'],
    ['a batch', [{ query: '{ meetings { id } }' }], 400, 'BAD_REQUEST'],
    ['broken JSON', '{"query": "{ meetings', 400, 'BAD_REQUEST'],
    ['an empty body', '', 400, 'BAD_REQUEST'],
    ['a huge body', { query: `{ meetings { id } } # ${'x'.repeat(600 * 1024)}` }, 413, 'BODY_TOO_LARGE'],
  ])('%s', async (_name, body, status, code) => {
    const answer = await post(gateway.url, body);
    expect(answer.status).toBe(status);
    expect(answer.errors).toHaveLength(1);
    expect(answer.errors[0]).toMatchObject({
      message: expect.any(String),
      extensions: { code, requestId: answer.headers.get('x-request-id'), retryable: false },
    });
  });

  test('a simple form post from another site is refused (CSRF)', async () => {
    const answer = await post(gateway.url, '{"query":"{ meetings { id } }"}', { 'content-type': 'text/plain' });
    expect([answer.status, answer.errors[0]?.extensions['code']]).toEqual([400, 'BAD_REQUEST']);
    const get = await fetch(`${gateway.url}/graphql?query={meetings{id}}`);
    expect(get.status).toBe(400);
    const allowed = await fetch(`${gateway.url}/graphql?query={meetings{id}}`, { headers: { 'apollo-require-preflight': '1' } });
    expect(await allowed.json()).toEqual({ data: { meetings: [{ id: 'm1' }] } });
  });

  test('an address where nothing is', async () => {
    const response = await fetch(`${gateway.url}/nothing`);
    expect([response.status, await response.json()]).toEqual([
      404,
      { errors: [expect.objectContaining({ extensions: expect.objectContaining({ code: 'NOT_FOUND' }) })] },
    ]);
  });
});

test('a caller who leaves ends the fetch of a query, but not a change', async () => {
  const cancelled = () => gateway.metric(/^gateway_subgraph_requests_total\{subgraph="hr",outcome="cancelled"/);
  hr.answer = () => new Promise(() => undefined);
  const leave = async (query: string) => {
    const controller = new AbortController();
    const asked = fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
      signal: controller.signal,
    }).catch(() => 'left');
    const before = hr.seen.length;
    await eventually(
      () => hr.seen.length,
      (seen) => seen > before,
    );
    controller.abort();
    expect(await asked).toBe('left');
  };
  const timeouts = () => gateway.metric(/^gateway_subgraph_requests_total\{subgraph="hr",outcome="SUBGRAPH_TIMEOUT"/);
  const timeoutsBefore = (await timeouts()) ?? 0;
  await leave('{ employee(id: "e1") { name } }');
  await eventually(cancelled, (count) => count === 1);
  await leave('mutation { rename(name: "x") { name } }');
  await eventually(timeouts, (count) => count === timeoutsBefore + 1);
  expect(await cancelled()).toBe(1);
});
