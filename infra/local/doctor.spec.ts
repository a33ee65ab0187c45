import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { checkNode, checkOneCopy, checkSupergraph } from './doctor-machine.ts';
import { judgeMongo, judgeRedis, redisAddress } from './doctor-running.ts';
import type { Finding } from './finding.ts';
import { removeTemporaryFolders, temporaryFolder } from './temporary-folder.ts';

afterAll(removeTemporaryFolders);

/** What is to be mended, by name. */
const sick = (findings: readonly Finding[]) => findings.filter(({ mend }) => mend !== undefined).map(({ check }) => check);

const info = (values: Record<string, string>) =>
  Object.entries({ redis_version: '7.0.15', aof_enabled: '1', aof_last_write_status: 'ok', ...values })
    .map(([name, value]) => `${name}:${value}\r\n`)
    .join('# Section\r\n');

describe('Redis', () => {
  test.each([
    [{}, 'noeviction', []],
    [{ redis_version: '6.2.14' }, 'noeviction', []],
    [{ redis_version: '6.0.16' }, 'noeviction', ['Redis version']],
    [{ redis_version: '5.0.1' }, 'noeviction', ['Redis version']],
    [{ aof_enabled: '0' }, 'noeviction', ['Redis AOF']],
    [{ aof_last_write_status: 'err' }, 'noeviction', ['Redis AOF writes']],
    [{}, 'allkeys-lru', ['Redis eviction']],
    [{}, 'unknown', ['Redis eviction']],
  ])('%j %s', (values, policy, expected) => {
    expect(sick(judgeRedis(info(values), policy))).toEqual(expected);
  });

  test('an answer without any of it is all to be mended', () => {
    expect(sick(judgeRedis('', ''))).toEqual(['Redis version', 'Redis AOF', 'Redis eviction']);
  });

  test.each([
    ['redis://cache', { host: 'cache', port: 6379, username: undefined, password: undefined }],
    ['redis://:p%2Fw@cache:7000', { host: 'cache', port: 7000, username: undefined, password: 'p/w' }],
    ['rediss://u:p@cache:7000/0', { host: 'cache', port: 7000, username: 'u', password: 'p' }],
  ])('%s', (url, address) => {
    expect(redisAddress(url)).toEqual(address);
  });
});

describe('MongoDB', () => {
  test.each([
    ['6.0.5', { setName: 'rs0', isWritablePrimary: true, me: 'a:1' }, []],
    ['8.2.0', { setName: 'rs0', isWritablePrimary: true }, []],
    ['5.0.3', { setName: 'rs0', isWritablePrimary: true }, ['MongoDB version']],
    ['6.0.5', { isWritablePrimary: true }, ['replica set']],
    ['6.0.5', { setName: 'rs0', isWritablePrimary: false }, ['primary']],
    ['', {}, ['MongoDB version', 'replica set', 'primary']],
  ])('%s %j', (version, hello, expected) => {
    expect(sick(judgeMongo(version, hello))).toEqual(expected);
  });
});

describe('machine and repository', () => {
  test.each([
    ['24.21.0', false],
    ['20.19.0', true],
    ['25.0.0', true],
  ])('Node %s', (version, mend) => {
    expect(checkNode(version).mend !== undefined).toBe(mend);
  });

  const lock = (...paths: string[]) => JSON.stringify({ packages: Object.fromEntries(paths.map((path) => [path, { version: '1.0.0' }])) });
  test.each([
    [lock('node_modules/mongodb'), undefined],
    [lock('node_modules/mongodb', 'node_modules/mongodb-memory-server-core', 'node_modules/@x/y'), undefined],
    [lock('node_modules/mongodb', 'node_modules/mongoose/node_modules/mongodb'), 'overrides'],
    [lock('node_modules/other'), 'overrides'],
    ['', 'npm ci'],
    ['{', 'npm ci'],
  ])('copies in %s', (text, mend) => {
    const finding = checkOneCopy('mongodb', text);
    if (mend === undefined) expect(finding.mend).toBeUndefined();
    else expect(finding.mend).toContain(mend);
  });

  test.each([
    ['type Query', 'npm run print'],
    ['', 'npm run print'],
    ['enum join__Graph { HR @join__graph(name: "hr", url: "http://x") SALES @join__graph(name: "sales", url: "") }', undefined],
  ])('supergraph %j', async (text, mend) => {
    const root = await temporaryFolder();
    await mkdir(join(root, 'gateway'));
    await writeFile(join(root, 'gateway', 'supergraph.graphql'), text);
    const finding = await checkSupergraph(root);
    if (mend === undefined) expect(finding).toEqual({ check: 'supergraph', detail: '2 subgraphs: hr sales' });
    else expect(finding.mend).toContain(mend);
  });

  test('no supergraph at all', async () => {
    expect((await checkSupergraph(await temporaryFolder())).detail).toContain('missing');
  });
});
