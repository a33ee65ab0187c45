import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createLogger, Health } from '@weilend/boot';
import { required } from '@weilend/testing';
import type { Redis } from 'ioredis';
import { checkRedis, connectRedis } from './redis.js';

let redis: Redis;

beforeAll(async () => {
  redis = connectRedis(required('TEST_REDIS_URL'), createLogger({ name: 'test', level: 'silent' }));
  await redis.ping();
});
afterAll(() => redis.disconnect());

describe('readiness looks at Redis', () => {
  const readiness = (connection: Pick<Redis, 'status' | 'config'>) => {
    const health = new Health();
    checkRedis(health, connection as Redis);
    return health.ready();
  };
  const telling = (settings: Record<string, string>) =>
    ({ status: 'ready', config: async (_get: string, name: string) => [name, settings[name]] }) as unknown as Redis;

  test('the real one, with AOF and without eviction, is ready', async () => {
    expect(await readiness(redis)).toMatchObject({ status: 'ready', checks: { redis: { ok: true }, 'redis-settings': { ok: true } } });
  });

  test.each([
    [{ 'maxmemory-policy': 'allkeys-lru', appendonly: 'yes' }, 'set noeviction'],
    [{ 'maxmemory-policy': 'volatile-ttl', appendonly: 'yes' }, 'set noeviction'],
    [{ 'maxmemory-policy': 'noeviction', appendonly: 'no' }, 'turn AOF on'],
  ])('%j would lose jobs: not ready', async (settings, word) => {
    const { status, checks } = await readiness(telling(settings));
    expect(status).toBe('not-ready');
    expect(checks['redis-settings']?.message).toContain(word);
  });

  test('one that is away degrades and does not stop: the outbox keeps everything', async () => {
    const away = { status: 'reconnecting', config: () => new Promise(() => undefined) } as unknown as Redis;
    expect(await readiness(away)).toMatchObject({ status: 'ready', checks: { redis: { ok: false, required: false } } });
  });

  test('one that is connected and does not answer, or forbids the question, does not stop it either', async () => {
    const silent = { status: 'ready', config: () => new Promise(() => undefined) } as unknown as Redis;
    const hosted = { status: 'ready', config: () => Promise.reject(new Error('ERR unknown command')) } as unknown as Redis;
    expect((await readiness(silent)).status).toBe('ready');
    expect((await readiness(hosted)).status).toBe('ready');
  });
});
