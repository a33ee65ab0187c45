// One real MongoDB (replica set of one) and one real Redis for a Jest run. Test files share the servers, never the data: each takes a database
// name and a queue prefix of its own (libs/testing), so files can run side by side.
import { statfs } from 'node:fs/promises';
import { freemem, tmpdir } from 'node:os';
import type { TestServers } from '../../../../infra/local/servers.ts';
import { startTestServers } from '../../../../infra/local/servers.ts';

let running: TestServers | undefined;

/** Sets TEST_MONGODB_URI and TEST_REDIS_URL for the workers that start after it. Addresses given from outside are kept; nothing is started when both are. */
export async function provideServers(): Promise<void> {
  const { env } = process;
  if (env.TEST_MONGODB_URI && env.TEST_REDIS_URL) return;
  running = await startTestServers({ parent: await quickFolder() });
  env.TEST_MONGODB_URI ||= running.mongodbUri;
  env.TEST_REDIS_URL ||= running.redisUrl;
  // Jest that is asked to end runs no teardown.
  for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void stopServers().finally(() => process.exit(1)));
}

const MEMORY_FOLDER = '/dev/shm';
const ROOM_BYTES = 6 * 1024 ** 3;

/** Files that live for one run are kept in memory where there is plenty of it: every test file makes some hundred indexes, each a file. */
export async function quickFolder(): Promise<string> {
  const room = await statfs(MEMORY_FOLDER).then(
    ({ bavail, bsize }) => bavail * bsize,
    () => 0,
  );
  return Math.min(room, freemem()) >= ROOM_BYTES ? MEMORY_FOLDER : tmpdir();
}

/** Stops what this run started and removes its files. */
export async function stopServers(): Promise<void> {
  const servers = running;
  running = undefined;
  await servers?.stop();
}
