import { setTimeout } from 'node:timers/promises';
import type { Health, Logger } from '@weilend/boot';
import { Redis } from 'ioredis';

/** A connection on which Redis has been silent for so long with a command under way is cut and made anew; BullMQ blocks for 10 s at most. */
const SILENT_MS = 20_000;
/** Readiness must not hang on a Redis that does not answer. */
const ANSWER_MS = 500;

/** A connection that waits for Redis to come back; BullMQ's workers need that. */
export function connectRedis(redisUrl: string, log: Logger): Redis {
  const redis = new Redis(redisUrl, { maxRetriesPerRequest: null, enableReadyCheck: true, socketTimeout: SILENT_MS, keepAlive: SILENT_MS });
  redis.on('error', (error) => log.warn({ error: error.message }, 'Redis is unreachable; messages wait in the outbox'));
  return redis;
}

/** Losing Redis degrades a service, because the outbox keeps everything; one with wrong settings would lose messages quietly: not ready. */
export function checkRedis(health: Health, redis: Redis): void {
  health.addCheck('redis', () => checkReachable(redis), { required: false });
  health.addCheck('redis-settings', () => checkSettings(redis));
}

function checkReachable(redis: Redis): void {
  if (redis.status !== 'ready') throw new Error('Redis is unreachable');
}

async function checkSettings(redis: Redis): Promise<void> {
  if (redis.status !== 'ready') return;
  const policy = await settingOf(redis, 'maxmemory-policy');
  if (policy !== null && policy !== 'noeviction') throw new Error(`maxmemory-policy is ${policy}: set noeviction, or jobs are lost`);
  const appendOnly = await settingOf(redis, 'appendonly');
  if (appendOnly !== null && appendOnly !== 'yes') throw new Error('appendonly is off: turn AOF on, or jobs are lost at a restart');
}

/** A setting, or null when Redis does not tell: it is away, or a hosted one that forbids CONFIG. */
async function settingOf(redis: Redis, name: string): Promise<string | null> {
  const asked = redis.config('GET', name).catch(() => null);
  const answer = (await Promise.race([asked, setTimeout(ANSWER_MS, null, { ref: false })])) as string[] | null;
  return answer?.[1] ?? null;
}
