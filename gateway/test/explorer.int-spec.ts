import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { renderInitSnippet } from 'altair-static';
import type { RenderOptions } from 'altair-static';
import { testGateway } from './gateway.builder.js';
import type { TestGateway } from './gateway.builder.js';
import { tinyFinance, tinyHr } from './tiny-departments.builder.js';
import type { TinyDepartment } from './tiny-departments.builder.js';

const demo = {
  signIns: [
    { name: '王芳', role: 'salesperson', department: 'sales', employeeNo: 'S001', password: 'demo</script>' },
    { name: 'Li Wei', role: 'finance-officer', department: 'finance', employeeNo: 'F001', password: 'demo' },
  ],
  examples: [{ name: 'My loans', query: 'query ($n: Int) { loans(first: $n) { totalCount } }', variables: { n: 3 } }],
};

let departments: TinyDepartment[];
let gateway: TestGateway;
let folder: string;
let demoFile: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'demo-'));
  demoFile = join(folder, 'sign-ins.json');
  await writeFile(demoFile, JSON.stringify(demo));
  departments = await Promise.all([tinyHr(), tinyFinance()]);
  gateway = await testGateway(departments, { DEMO_SIGN_INS_FILE: demoFile });
});
afterAll(async () => {
  await gateway.stop();
  await Promise.all(departments.map((department) => department.stop()));
  await rm(folder, { recursive: true });
});

const script = async (language = 'en', from = gateway) =>
  (await fetch(`${from.url}/explorer/start.js`, { headers: { 'accept-language': language } })).text();

interface Played {
  readonly options: RenderOptions;
  readonly buttons: { textContent: string; onclick: () => unknown }[];
  readonly stored: Map<string, string>;
}

/** Runs the start script as a browser would, on a page that only remembers what it is told. */
function play(code: string, stored = new Map<string, string>()): Played {
  const buttons: Played['buttons'] = [];
  let options: RenderOptions = {};
  const element = (name: string) => {
    const made = { style: {}, textContent: '', onclick: () => undefined, append: () => undefined };
    if (name === 'button') buttons.push(made);
    return made;
  };
  const page = {
    AltairGraphQL: { init: (given: RenderOptions) => (options = given) },
    sessionStorage: {
      getItem: (key: string) => stored.get(key) ?? null,
      setItem: (key: string, value: string) => stored.set(key, value),
      removeItem: (key: string) => stored.delete(key),
    },
    location: { origin: gateway.url, reload: () => undefined },
    document: { createElement: element, body: { append: () => undefined } },
    fetch: (path: string, init: RequestInit) => fetch(gateway.url + path, init),
    atob,
    crypto,
    alert: (text: string) => stored.set('alert', text),
  };
  runInContext(code, createContext(page));
  return { options, buttons, stored };
}

describe('the explorer', () => {
  test.each(['/', '/explorer', '/explorer/'])('is at %s, whole and from here', async (path) => {
    const response = await fetch(gateway.url + path);
    const html = await response.text();
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(html).toContain('<base href="/explorer/">');
    expect(html).not.toMatch(/(src|href)="(https?:)?\/\//);
    expect(response.headers.get('content-security-policy')).toContain("connect-src 'self'");
    for (const [, file = ''] of html.matchAll(/(?:src|href)="([^"/][^"]*)"/g))
      expect((await fetch(`${gateway.url}/explorer/${file}`)).status).toBe(200);
  });

  test('serves its files compressed, with their type', async () => {
    const sent = request(`${gateway.url}/explorer/main.js`, { headers: { 'accept-encoding': 'gzip' } }).end();
    const [response] = (await once(sent, 'response')) as [IncomingMessage];
    expect([response.statusCode, response.headers['content-encoding'], response.headers['content-type']]).toEqual([
      200,
      'gzip',
      'text/javascript; charset=utf-8',
    ]);
    expect((await response.toArray()).length).toBeGreaterThan(0);
  });

  test.each(['/explorer/nothing.js', '/explorer/..%2fpackage.json', '/explorer/%2e%2e/package.json', '/explorer//etc/passwd'])(
    '%s is not found',
    async (path) => {
      expect((await fetch(gateway.url + path)).status).toBe(404);
    },
  );

  test.each([
    ['zh-CN,zh;q=0.9,en;q=0.5', 'zh-CN', '开始'],
    ['en-GB,zh;q=0.5', 'en-US', 'Start'],
    ['fr', 'en-US', 'Start'],
  ])('speaks the language of %s', async (accepted, language, firstTab) => {
    const { options } = play(await script(accepted));
    expect(options.initialSettings?.language).toBe(language);
    expect(options.initialWindows?.[0]?.initialName).toBe(firstTab);
  });

  test('starts with options that Altair accepts and examples that this graph answers', async () => {
    const { options } = play(await script());
    expect(renderInitSnippet(options)).toContain('AltairGraphQL.init');
    expect(options.endpointURL).toBe(`${gateway.url}/graphql`);
    const tabs = options.initialWindows ?? [];
    expect(tabs.map(({ initialName }) => initialName)).toEqual(['Start', 'My loans', 'loans', 'statistics']);
    for (const { initialQuery = '', initialVariables = '{}' } of tabs) {
      const answer = await gateway.ask(initialQuery, { variables: JSON.parse(initialVariables) as Record<string, unknown> });
      expect(answer.errors).toEqual([]);
    }
  });
});

describe('demo sign-in', () => {
  test('one click signs in through the graph, and the next load carries the token in every tab', async () => {
    const first = play(await script());
    expect(first.buttons.map(({ textContent }) => textContent)).toEqual(['王芳 · salesperson', 'Li Wei · finance-officer']);
    await first.buttons[1]?.onclick();
    const session = JSON.parse(first.stored.get('weilend.sign-in') ?? '{}') as Record<string, unknown>;
    expect(session).toEqual({ token: 'token-of-F001', name: 'Li Wei', role: 'finance-officer' });

    const claims = Buffer.from(JSON.stringify({ exp: Date.now() / 1_000 + 60 })).toString('base64url');
    const token = `h.${claims}.s`;
    const { options, buttons } = play(await script(), new Map([['weilend.sign-in', JSON.stringify({ ...session, token })]]));
    expect(options.initialHeaders).toEqual({ Authorization: `Bearer ${token}` });
    expect(options.initialWindows?.every(({ initialHeaders }) => initialHeaders?.['Authorization'] === `Bearer ${token}`)).toBe(true);
    expect(buttons.map(({ textContent }) => textContent)).toContain('Sign out');
  });

  test.each([
    ['run out', `h.${Buffer.from('{"exp":1}').toString('base64url')}.s`],
    ['no token', 'nonsense'],
  ])('a session that is %s is forgotten', async (_name, token) => {
    const { options, stored } = play(await script(), new Map([['weilend.sign-in', JSON.stringify({ token })]]));
    expect([options.initialHeaders, stored.size]).toEqual([{}, 0]);
  });

  test('nothing in the file ends the script early', async () => {
    expect(await script()).not.toContain('</script>');
  });

  test.each([
    ['in production', { NODE_ENV: 'production', AUTH_MODE: 'token', EXPLORER: 'on' }],
    ['without the setting', { DEMO_SIGN_INS_FILE: '' }],
    ['with a file that is missing', { DEMO_SIGN_INS_FILE: '/nowhere/sign-ins.json' }],
  ])('is not offered %s', async (_name, env) => {
    const other = await testGateway(departments, { DEMO_SIGN_INS_FILE: demoFile, ...env });
    const code = await script('en', other);
    await other.stop();
    expect(code).not.toContain('S001');
    expect(play(code).buttons).toEqual([]);
  });

  test('is not offered by a graph without the mutation', async () => {
    const [, finance] = departments;
    const other = await testGateway(finance ? [finance] : [], { DEMO_SIGN_INS_FILE: demoFile });
    const code = await script('en', other);
    await other.stop();
    expect(play(code).buttons).toEqual([]);
  });

  test('is off in production unless it is switched on', async () => {
    const other = await testGateway(departments, { NODE_ENV: 'production', AUTH_MODE: 'token' });
    const statuses = await Promise.all(
      ['/', '/explorer', '/explorer/start.js'].map(async (path) => (await fetch(other.url + path)).status),
    );
    await other.stop();
    expect(statuses).toEqual([404, 404, 404]);
  });
});
