import { readdir, readFile, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { MongoClient } from 'mongodb';
import { provideMongod, provideRedis } from './binaries.ts';
import { startMongod } from './mongod.ts';
import { freePort, isPortFree } from './ports.ts';
import { startRedis } from './redis.ts';
import { askRedis } from './redis-client.ts';
import { startTestServers } from './servers.ts';
import { removeTemporaryFolders, temporaryFolder } from './temporary-folder.ts';

let redisBinary: string;

beforeAll(async () => {
  redisBinary = await provideRedis();
});

afterAll(removeTemporaryFolders);

describe('Redis of the local stack', () => {
  test('keeps what was written, evicts nothing and asks for its password', async () => {
    const options = { binary: redisBinary, dir: await temporaryFolder(), port: await freePort(), password: 'p"a ss' };
    const address = { port: options.port, password: options.password };
    const first = await startRedis(options);
    await askRedis(address, ['SET', 'job', 'kept']);
    await expect(askRedis({ port: options.port }, ['GET', 'job'])).rejects.toThrow('NOAUTH');
    await expect(askRedis({ ...address, password: 'wrong' }, ['GET', 'job'])).rejects.toThrow('WRONGPASS');
    expect(await askRedis(address, ['CONFIG', 'GET', 'maxmemory-policy'])).toEqual(['maxmemory-policy', 'noeviction']);
    expect(await askRedis(address, ['CONFIG', 'GET', 'appendonly'])).toEqual(['appendonly', 'yes']);
    await first.stop();
    const second = await startRedis(options);
    expect(await askRedis(address, ['GET', 'job'])).toBe('kept');
    await second.stop();
    await second.stop();
  });

  test('starts with a file whose last entry is half written', async () => {
    const options = { binary: redisBinary, dir: await temporaryFolder(), port: await freePort() };
    const first = await startRedis(options);
    const keys = ['one', 'two', 'three'];
    for (const key of keys) await askRedis(options, ['SET', key, 'x'.repeat(100)]);
    process.kill(first.pid, 'SIGKILL');
    await first.stop();
    // Redis writes at once, but not while it syncs: at the end of a killed one the last may be missing altogether.
    const whole = await cutTail(options.dir, 30);
    const kept = keys.filter((key) => whole.includes(`\n${key}\r`)).slice(0, -1);
    expect(kept).not.toEqual([]);
    const second = await startRedis(options);
    expect(await askRedis(options, ['MGET', ...keys])).toEqual(keys.map((key) => (kept.includes(key) ? 'x'.repeat(100) : null)));
    await second.stop();
  });

  test('on a taken port does not start, and says which variable moves it', async () => {
    const options = { binary: redisBinary, dir: await temporaryFolder(), port: await freePort(), password: 'mine' };
    const first = await startRedis(options);
    await expect(startRedis({ ...options, dir: await temporaryFolder(), password: 'other' })).rejects.toThrow('REDIS_PORT');
    await first.stop();
  });

  test('a program that is none fails with its words', async () => {
    const options = { binary: '/no/such/redis', dir: await temporaryFolder(), port: await freePort() };
    await expect(startRedis(options)).rejects.toThrow('Redis did not start: spawn /no/such/redis ENOENT');
  });
});

/** Cuts the end off the append-only file, wherever this version of Redis keeps it. @returns what it was before */
async function cutTail(dir: string, bytes: number): Promise<string> {
  const names = (await readdir(dir, { recursive: true })).filter((name) => name.endsWith('.aof'));
  const path = join(dir, names.find((name) => name.includes('.incr.')) ?? names[0] ?? '');
  const whole = await readFile(path, 'latin1');
  await truncate(path, whole.length - bytes);
  return whole;
}

describe('MongoDB without authentication, for tests', () => {
  test('is a writable replica set at once, keeps its data and leaves no port behind', async () => {
    const options = {
      binary: await provideMongod(),
      dbPath: await temporaryFolder(),
      port: await freePort(),
      replSet: 'rs0',
      cacheSizeGB: 0.25,
    };
    const first = await startMongod(options);
    const client = await new MongoClient(first.uri).connect();
    await client.withSession((session) =>
      session.withTransaction(() => client.db('a').collection('b').insertOne({ kept: true }, { session })),
    );
    await client.close();
    await first.stop();
    expect(await isPortFree(options.port)).toBe(true);
    const second = await startMongod(options);
    const again = await new MongoClient(second.uri).connect();
    expect(await again.db('a').collection('b').countDocuments({ kept: true })).toBe(1);
    await again.close();
    await second.stop();
  }, 90_000);

  test('two at once never share a port or a folder', async () => {
    const [one, other] = await Promise.all([startTestServers(), startTestServers()]);
    expect(new Set([one.mongodbUri, other.mongodbUri, one.redisUrl, other.redisUrl]).size).toBe(4);
    await Promise.all([one.stop(), other.stop()]);
  }, 90_000);
});
