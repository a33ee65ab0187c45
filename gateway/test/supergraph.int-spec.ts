import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { Shutdown, createLogger } from '@weilend/boot';
import { startGateway } from '../src/gateway.js';
import { loadGatewayConfig } from '../src/gateway.config.js';
import { eventually, testGateway } from './gateway.builder.js';
import type { TestGateway } from './gateway.builder.js';
import { compose, tinyCoordination, tinyFinance, tinyHr } from './tiny-departments.builder.js';
import type { TinyDepartment } from './tiny-departments.builder.js';

let hr: TinyDepartment;
let finance: TinyDepartment;
let coordination: TinyDepartment;
let gateway: TestGateway | undefined;

beforeAll(async () => {
  [hr, finance, coordination] = await Promise.all([tinyHr(), tinyFinance(), tinyCoordination()]);
});
afterAll(() => Promise.all([hr, finance, coordination].map((department) => department.stop())));
afterEach(async () => {
  await gateway?.stop();
  gateway = undefined;
});

const reloads = (running: TestGateway, result: 'success' | 'failure') =>
  running.metric(new RegExp(`^gateway_supergraph_reloads_total\\{result="${result}"`));
const asksMeetings = (running: TestGateway) => running.ask('{ meetings { id } }');

const withoutAddress = (supergraph: string) => supergraph.replace(/(@join__graph\(name: "\w+", url: )"[^"]*"/, '$1""');

describe('hot reload', () => {
  test('a good file is served, a broken one keeps the last good one with one line in the log, the next good one is served', async () => {
    const running = await testGateway([hr, finance]);
    gateway = running;
    expect((await asksMeetings(running)).errors[0]?.extensions['code']).toBe('GRAPHQL_VALIDATION_FAILED');

    await running.replaceSupergraph(compose([hr, finance, coordination]));
    await eventually(
      () => asksMeetings(running),
      ({ errors }) => errors.length === 0,
    );

    await running.replaceSupergraph('type Query { broken');
    await eventually(
      () => reloads(running, 'failure'),
      (count) => count === 1,
    );
    expect((await asksMeetings(running)).data).toEqual({ meetings: [{ id: 'm1' }] });
    expect(running.log.filter(({ level }) => level === 'error')).toHaveLength(1);

    await running.replaceSupergraph(compose([hr, coordination]));
    await eventually(
      () => running.ask('{ loans { totalCount } }'),
      ({ errors }) => errors[0]?.extensions['code'] === 'GRAPHQL_VALIDATION_FAILED',
    );
    expect((await asksMeetings(running)).data).toEqual({ meetings: [{ id: 'm1' }] });
    expect(await reloads(running, 'success')).toBe(2);
    expect(await reloads(running, 'failure')).toBe(1);
  });

  test.each([
    ['a subgraph without an address', (good: string) => withoutAddress(good)],
    ['a schema that is no supergraph', () => 'type Query { a: Int }'],
    ['a supergraph cut in half', (good: string) => good.slice(0, good.length / 2)],
    ['a type that nobody defines', (good: string) => good.replaceAll(': Employee @join__field', ': Unknown @join__field')],
    [
      'a directive that the gateway cannot execute',
      (good: string) => good.replace('schema\n', 'schema\n  @link(url: "https://specs.apollo.dev/authenticated/v0.1", for: SECURITY)\n'),
    ],
    ['an empty file', () => ''],
  ])('keeps the last good one when there comes %s', async (_name, spoil) => {
    const running = await testGateway([hr, finance]);
    gateway = running;
    const good = compose([hr, finance]);
    expect(spoil(good)).not.toBe(good);
    await running.replaceSupergraph(spoil(good));
    await eventually(
      () => reloads(running, 'failure'),
      (count) => count === 1,
    );
    expect((await running.ask('{ loans(first: 1) { nodes { officer { name } } } }')).data).toEqual({
      loans: { nodes: [{ officer: { name: 'Wang Fang' } }] },
    });
    expect((await running.readiness()).status).toBe(200);
  });

  test('changes in quick succession end with the last one', async () => {
    const running = await testGateway([hr, finance]);
    gateway = running;
    for (const departments of [[hr], [hr, coordination], [finance], [hr, finance, coordination]])
      await running.replaceSupergraph(compose(departments));
    await eventually(
      () => running.ask('{ meetings { id } loans { totalCount } employee(id: "e1") { name } }'),
      ({ errors }) => errors.length === 0,
    );
  });
});

describe('readiness', () => {
  test('waits until every department has answered once, and a later failure is reported but not fatal', async () => {
    await finance.stop();
    const running = await testGateway([hr, finance]);
    gateway = running;
    const waiting = await eventually(
      () => running.readiness(),
      ({ body }) => body.checks['subgraph:hr']?.ok === true,
    );
    expect(waiting.status).toBe(503);
    expect(waiting.body.checks['every-subgraph-answered-once']).toEqual({
      ok: false,
      required: true,
      message: 'waiting for the first answer of: finance',
    });
    expect((await fetch(`${running.url}/health/live`)).status).toBe(200);

    await finance.start();
    await eventually(
      () => running.readiness(),
      ({ status }) => status === 200,
    );

    await hr.stop();
    const degraded = await eventually(
      () => running.readiness(),
      ({ body }) => body.checks['subgraph:hr']?.ok === false,
    );
    await hr.start();
    expect([degraded.status, degraded.body.status]).toEqual([200, 'ready']);
    expect(degraded.body.checks['subgraph:hr']).toEqual({ ok: false, required: false, message: 'does not answer' });
    expect(await running.metric(/^gateway_subgraph_up\{subgraph="finance"/)).toBe(1);
    await eventually(
      () => running.readiness(),
      ({ body }) => body.checks['subgraph:hr']?.ok === true,
    );
  });

  test('departments need not answer at the same time', async () => {
    await Promise.all([finance.stop(), hr.stop()]);
    const running = await testGateway([hr, finance]);
    gateway = running;
    await hr.start();
    await eventually(
      () => running.readiness(),
      ({ body }) => body.checks['subgraph:hr']?.ok === true,
    );
    await hr.stop();
    await eventually(
      () => running.readiness(),
      ({ body }) => body.checks['subgraph:hr']?.ok === false,
    );
    await finance.start();
    await eventually(
      () => running.readiness(),
      ({ status }) => status === 200,
    );
    await hr.start();
  });

  test('follows the departments of a changed supergraph and stays ready', async () => {
    const running = await testGateway([hr, finance]);
    gateway = running;
    await eventually(
      () => running.readiness(),
      ({ status }) => status === 200,
    );
    await coordination.stop();
    await running.replaceSupergraph(compose([hr, coordination]));
    const { status, body } = await eventually(
      () => running.readiness(),
      ({ body: { checks } }) => checks['subgraph:coordination'] !== undefined,
    );
    await coordination.start();
    expect(status).toBe(200);
    expect(Object.keys(body.checks)).not.toContain('subgraph:finance');
  });
});

describe('the start', () => {
  const start = async (text: string | undefined, env: Record<string, string> = {}) => {
    const folder = await mkdtemp(join(tmpdir(), 'gateway-'));
    const file = join(folder, 'supergraph.graphql');
    if (text !== undefined) await writeFile(file, text);
    const log = createLogger({ name: 'gateway', level: 'silent' });
    const shutdown = new Shutdown(log);
    const settings = { NODE_ENV: 'test', PORT: '0', AUTH_MODE: 'none', SUPERGRAPH_FILE: file, ...env };
    const outcome = await startGateway(loadGatewayConfig(settings), log, shutdown).then(
      () => 'started',
      (problem: unknown) => (problem as Error).message,
    );
    await shutdown.run('end of test');
    await rm(folder, { recursive: true });
    return outcome;
  };

  test.each([
    ['no file', undefined, /supergraph file .* cannot be read/],
    ['no supergraph', 'type Query { a: Int }', /not a supergraph/],
    ['broken text', 'type Query {', /Syntax Error/],
  ])('says what is wrong: %s', async (_name, text, sentence) => {
    expect(await start(text)).toMatch(sentence);
  });

  test('addresses of the environment replace those of the file', async () => {
    const elsewhere = compose([{ ...finance, sdl: finance.sdl, url: 'http://127.0.0.1:1/graphql' }, hr]);
    const folder = await mkdtemp(join(tmpdir(), 'gateway-'));
    const running = await testGateway([hr, finance], { SUBGRAPH_URLS: `finance=${finance.url}` });
    gateway = running;
    await running.replaceSupergraph(elsewhere);
    await eventually(
      () => reloads(running, 'success'),
      (count) => count === 1,
    );
    expect((await running.ask('{ loans { totalCount } }')).data).toEqual({ loans: { totalCount: 2 } });
    await rm(folder, { recursive: true });
  });

  test('a supergraph without an address starts when the environment gives one', async () => {
    const unaddressed = withoutAddress(compose([hr]));
    expect(await start(unaddressed)).toMatch(/the subgraph hr has no usable address/);
    expect(await start(unaddressed, { SUBGRAPH_URLS: `hr=${hr.url}` })).toBe('started');
  });
});
