// The doctor's questions to a system that runs: servers, their settings, every process.
import { type Document, MongoClient } from 'mongodb';
import { departments, rootUser } from './departments.ts';
import { type Finding, judge } from './finding.ts';
import { askHttp } from './http-ready.ts';
import { reasonOf } from './problem.ts';
import { askRedis, type RedisAddress } from './redis-client.ts';
import type { RunFile } from './run-file.ts';
import { loadSecrets } from './secrets.ts';
import type { Settings } from './settings.ts';
import { healthUrl } from './stack-parts.ts';

export async function checkRunning(settings: Settings, run: RunFile): Promise<Finding[]> {
  const { mongoRootPassword, redisPassword } = await loadSecrets(settings.home);
  const mongo =
    settings.mongodbUri ?? `mongodb://${rootUser}:${mongoRootPassword}@127.0.0.1:${run.ports.mongodb}/?replicaSet=rs0&authSource=admin`;
  const redis = settings.redisUrl ? redisAddress(settings.redisUrl) : { port: run.ports.redis, password: redisPassword };
  const system = judge(
    'system',
    run.state === 'ready',
    `${run.state}, process ${run.pid}, ${run.gatewayUrl}`,
    'wait until it is ready, or look into the logs',
  );
  return [system, ...(await checkMongo(mongo)), ...(await checkRedis(redis)), ...(await checkProcesses(run))];
}

async function checkMongo(uri: string): Promise<Finding[]> {
  const client = new MongoClient(uri, { serverSelectionTimeoutMS: 5_000 });
  try {
    const admin = client.db('admin');
    const [build, hello] = [await admin.command({ buildInfo: 1 }), await admin.command({ hello: 1 })];
    return judgeMongo(String(build.version), hello);
  } catch (thrown) {
    return [
      {
        check: 'MongoDB',
        detail: `not reachable (${reasonOf(thrown)})`,
        mend: 'look into mongod.log, then stop the system and run `npm start`',
      },
    ];
  } finally {
    await client.close();
  }
}

export function judgeMongo(version: string, hello: Document): Finding[] {
  const [major = 0] = version.split('.').map(Number);
  return [
    judge('MongoDB version', major >= 6, version, 'use MongoDB 6.0 or newer'),
    judge(
      'replica set',
      typeof hello.setName === 'string',
      hello.setName ? String(hello.setName) : 'none',
      'transactions need one: start mongod with --replSet and initiate it',
    ),
    judge(
      'primary',
      hello.isWritablePrimary === true,
      hello.isWritablePrimary ? String(hello.me) : 'none',
      'look into mongod.log; after a crash an election takes some seconds',
    ),
  ];
}

async function checkRedis(address: RedisAddress): Promise<Finding[]> {
  try {
    const info = String(await askRedis(address, ['INFO']));
    const policy = await askRedis(address, ['CONFIG', 'GET', 'maxmemory-policy']);
    return judgeRedis(info, Array.isArray(policy) ? String(policy[1]) : 'unknown');
  } catch (thrown) {
    return [
      {
        check: 'Redis',
        detail: `not reachable (${reasonOf(thrown)})`,
        mend: 'look into redis.log, then stop the system and run `npm start`',
      },
    ];
  }
}

export function judgeRedis(info: string, policy: string): Finding[] {
  const field = (name: string) => new RegExp(`^${name}:(.*?)\\r?$`, 'm').exec(info)?.[1] ?? 'unknown';
  const version = field('redis_version');
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const aof = field('aof_enabled');
  const lastWrite = field('aof_last_write_status');
  return [
    judge('Redis version', major > 6 || (major === 6 && minor >= 2), version, 'use Redis 6.2 or newer'),
    judge('Redis AOF', aof === '1', aof === '1' ? 'on' : 'off', 'queued work would be lost with the process: set appendonly yes'),
    judge('Redis AOF writes', aof !== '1' || lastWrite === 'ok', lastWrite, 'the file cannot be written: look at the disk and redis.log'),
    judge(
      'Redis eviction',
      policy === 'noeviction',
      policy,
      'jobs would be thrown away when memory is short: set maxmemory-policy noeviction',
    ),
  ];
}

async function checkProcesses(run: RunFile): Promise<Finding[]> {
  const ports: [string, number][] = [
    ...departments.map((name): [string, number] => [name, run.ports.services[name]]),
    ['gateway', run.ports.gateway],
  ];
  return Promise.all(
    ports.map(async ([name, port]) => {
      const answer = await askHttp(healthUrl(port));
      const detail = answer ? `answers ${answer.status} on port ${port}` : `does not answer on port ${port}`;
      const why = answer && answer.status !== 200 ? ` (${answer.body.replace(/\s+/g, ' ').slice(0, 300)})` : '';
      return judge(
        name,
        answer?.status === 200,
        detail + why,
        `look into ${name}.log; the supervisor starts a dead process again by itself`,
      );
    }),
  );
}

/** Where a `redis://` address points to. */
export function redisAddress(url: string): RedisAddress {
  const { hostname, port, username, password } = new URL(url);
  return {
    host: hostname,
    port: Number(port || 6379),
    username: username || undefined,
    password: password ? decodeURIComponent(password) : undefined,
  };
}
