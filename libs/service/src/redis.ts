import type { Health, Logger } from '@weilend/boot';
import { Redis } from 'ioredis';

/** A connection that waits for Redis to come back; BullMQ's workers need that. */
export function connectRedis(redisUrl: string, log: Logger): Redis {
  const redis = new Redis(redisUrl, { maxRetriesPerRequest: null, enableReadyCheck: true, lazyConnect: false });
  redis.on('error', (error) => log.warn({ error: error.message }, 'Redis is unreachable; messages wait in the outbox'));
  return redis;
}

/** Losing Redis degrades a service (the outbox keeps everything); wrong settings would lose messages and are reported. */
export function checkRedis(health: Health, redis: Redis): void {
  health.addCheck(
    'redis',
    async () => {
      if (redis.status !== 'ready') throw new Error('Redis is unreachable');
      const [, policy] = (await redis.config('GET', 'maxmemory-policy')) as string[];
      if (policy !== 'noeviction') throw new Error(`maxmemory-policy is ${policy}: set noeviction, or jobs are lost`);
      const [, appendOnly] = (await redis.config('GET', 'appendonly')) as string[];
      if (appendOnly !== 'yes') throw new Error('appendonly is off: turn AOF on, or jobs are lost at a restart');
    },
    { required: false },
  );
}
