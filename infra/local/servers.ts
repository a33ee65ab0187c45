// Real MongoDB and Redis servers for whoever needs them: the local stack, the test runner, the doctor.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { provideMongod, provideRedis } from './binaries.ts';
import { startMongod } from './mongod.ts';
import { freePort } from './ports.ts';
import { startRedis } from './redis.ts';

export { provideMongod, provideRedis } from './binaries.ts';
export { type MongodOptions, startMongod } from './mongod.ts';
export { type RedisOptions, startRedis } from './redis.ts';
export type { RunningServer } from './server-process.ts';

export interface TestServerOptions {
  readonly cacheSizeGB?: number;
  /** Where the folder of their files is made. */
  readonly parent?: string;
}

export interface TestServers {
  readonly mongodbUri: string;
  readonly redisUrl: string;
  /** Ends both and removes their files. */
  stop(): Promise<void>;
}

/** One MongoDB replica set and one Redis on free ports, in a folder of their own below `parent`, without authentication. */
export async function startTestServers({ cacheSizeGB = 0.25, parent = tmpdir() }: TestServerOptions = {}): Promise<TestServers> {
  const folder = await mkdtemp(join(parent, 'weilend-servers-'));
  const [mongodBinary, redisBinary, mongoPort, redisPort] = await Promise.all([provideMongod(), provideRedis(), freePort(), freePort()]);
  const started = await Promise.allSettled([
    startMongod({
      ...{ binary: mongodBinary, dbPath: join(folder, 'mongo'), port: mongoPort, replSet: 'rs0', cacheSizeGB },
      // Each file of tests drops a database of hundreds of indexes: five minutes of them would be more files than a process may open.
      historySeconds: 5,
    }),
    startRedis({ binary: redisBinary, dir: join(folder, 'redis'), port: redisPort }),
  ]);
  const stop = async () => {
    for (const server of started) if (server.status === 'fulfilled') await server.value.stop();
    await rm(folder, { recursive: true, force: true });
  };
  const [mongo, redis] = started;
  if (mongo.status === 'fulfilled' && redis.status === 'fulfilled') return { mongodbUri: mongo.value.uri, redisUrl: redis.value.uri, stop };
  await stop();
  throw mongo.status === 'rejected' ? mongo.reason : (redis as PromiseRejectedResult).reason;
}
