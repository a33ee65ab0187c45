// I11: work that will not end by itself. Empty when the company is quiet.
import type { Queue } from 'bullmq';
import type { Db, MongoClient } from 'mongodb';
import { databaseOf, departments } from '../../../infra/local/departments.ts';

/** What still waits, in words, one line for each place. */
export async function stuckWork(client: MongoClient, queues: readonly Queue[]): Promise<string[]> {
  const found = await Promise.all([...departments.map((name) => waitingIn(name, client.db(databaseOf(name)))), ...queues.map(waitingJobs)]);
  return [...found.flat(), ...(await moving(client))];
}

async function waitingIn(name: string, db: Db): Promise<string[]> {
  const [unacked, open] = await Promise.all([
    db.collection('outbox').countDocuments({ status: { $ne: 'acked' } }),
    db
      .collection('inbox')
      .aggregate<{ _id: string; count: number }>([
        { $match: { state: { $in: ['parked', 'waiting', 'dead'] } } },
        { $group: { _id: '$state', count: { $sum: 1 } } },
      ])
      .toArray(),
  ]);
  return [
    ...(unacked > 0 ? [`${name}: ${unacked} messages without acknowledgement`] : []),
    ...open.map(({ _id, count }) => `${name}: ${count} messages ${_id}`),
  ];
}

async function waitingJobs(queue: Queue): Promise<string[]> {
  const counts = await queue.getJobCounts('wait', 'active', 'delayed', 'prioritized', 'failed').catch(() => ({ unreachable: 1 }));
  return Object.entries(counts).flatMap(([state, count]) => (count > 0 ? [`queue ${queue.name}: ${count} jobs ${state}`] : []));
}

async function moving(client: MongoClient): Promise<string[]> {
  const coordination = client.db(databaseOf('coordination'));
  const finance = client.db(databaseOf('finance'));
  const [unplaced, advances, payments] = await Promise.all([
    coordination.collection('event_log').countDocuments({ placed: false }),
    coordination.collection('clock_advances').countDocuments({ state: 'RUNNING' }),
    finance.collection('disbursement_orders').countDocuments({ state: { $in: ['RESERVED', 'SENT'] } }),
  ]);
  return [
    ...(unplaced > 0 ? [`the log: ${unplaced} events without a place`] : []),
    ...(advances > 0 ? ['the clock of the company is still moving'] : []),
    ...(payments > 0 ? [`the bank: ${payments} payments under way`] : []),
  ];
}
