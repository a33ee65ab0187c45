// What the servers themselves allow per handoff: two transactions of two inserts as bare driver calls (state and outbox row; inbox row and work row) and one
// job through BullMQ between them, with nothing of ours around it.
import { randomBytes } from 'node:crypto';
import { Database } from '@weilend/mongo';
import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import { atOnce, until } from '../../lib/measure.ts';
import type { TestServers } from '../../../infra/local/servers.ts';

const TRANSACTION = {
  readConcern: { level: 'snapshot' },
  writeConcern: { w: 'majority', journal: true },
  readPreference: 'primary',
} as const;
const LIMIT_MS = 300_000;

export interface BareLoad {
  readonly count: number;
  readonly concurrency: number;
}

/** Handoffs a second. */
export async function bareLimit(servers: TestServers, load: BareLoad): Promise<number> {
  const run = randomBytes(4).toString('hex');
  const uri = new URL(servers.mongodbUri);
  uri.pathname = `/bare_${run}`;
  const database = await Database.connect(uri.toString());
  const redis = new Redis(servers.redisUrl, { maxRetriesPerRequest: null });
  const options = { connection: redis, prefix: `{bare-${run}}` };
  const queue = new Queue('bare', options);
  let taken = 0;
  const take = async (id: string): Promise<void> => {
    await twoRows(database, ['inbox', 'work'], id);
    taken += 1;
  };
  const worker = new Worker('bare', (job) => take(String(job.id)), { ...options, concurrency: load.concurrency });
  for (const name of ['state', 'outbox', 'inbox', 'work']) await database.connection.createCollection(name);
  const startedAt = performance.now();
  await atOnce(load.count, load.concurrency, async () => {
    const id = `b-${randomBytes(10).toString('hex')}`;
    await twoRows(database, ['state', 'outbox'], id);
    await queue.add('bare', row(id), { jobId: id, removeOnComplete: true });
  });
  await until('every bare handoff is taken', LIMIT_MS, () => taken === load.count);
  const perSecond = (load.count * 1_000) / (performance.now() - startedAt);
  await worker.close();
  await queue.close();
  redis.disconnect();
  await database.connection.dropDatabase();
  await database.close();
  return perSecond;
}

async function twoRows(database: Database, names: readonly [string, string], id: string): Promise<void> {
  const session = database.connection.getClient().startSession();
  try {
    await session.withTransaction(async () => {
      for (const name of names) await database.collection(name).insertOne(row(id) as never, { session });
    }, TRANSACTION);
  } finally {
    await session.endSession();
  }
}

/** About as large as a handoff's envelope. */
function row(id: string): Record<string, unknown> {
  return { _id: id, stage: 'investigating', at: new Date(), envelope: { id, data: 'x'.repeat(900) } };
}
