import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { HandoffData } from '@weilend/contracts';
import { newId } from '@weilend/kernel';
import { LeaseLost } from '@weilend/mongo';
import { eventually, person, required, testPlatform } from '@weilend/testing';
import type { PlatformUnderTest } from '@weilend/testing';
import { Redis } from 'ioredis';
import { Messaging } from './index.js';
import type { AnyConsumer, DeliveryRow, MessagingOptions } from './index.js';
import { Queues } from './queues.js';
import { Relay } from './relay.js';
import { WatchedWorker } from './watched-worker.js';

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
let sales: PlatformUnderTest;
let risk: PlatformUnderTest;
let redis: Redis;
const running: Messaging[] = [];

beforeAll(async () => {
  redis = new Redis(required('TEST_REDIS_URL'), { maxRetriesPerRequest: null });
  sales = await testPlatform('sales');
  risk = await testPlatform('risk');
});
afterEach(async () => {
  for (const messaging of running.splice(0)) await messaging.stop();
  await sales.database.collection('outbox').deleteMany({});
});
afterAll(async () => {
  redis.disconnect();
  await sales.stop();
  await risk.stop();
});

function start(platform: PlatformUnderTest, consumers: readonly AnyConsumer[], options: Partial<MessagingOptions>): Messaging {
  const messaging = new Messaging({ ...platform, redis, log: quiet }, consumers, { department: platform.department, ...options });
  messaging.start();
  running.push(messaging);
  return messaging;
}

function application(): HandoffData<'investigate-application'> {
  return {
    ...{ applicationId: newId('app'), participants: [], customerId: newId('cus'), customerType: 'INDIVIDUAL', salespersonId: newId('emp') },
    ...{ productId: newId('prd'), amountFen: 1, termMonths: 12, annualRate: '0.12', method: 'BULLET', purpose: 'OTHER', round: 1 },
    ...{ identityIndex: 'bi1.0123456789abcdef', consents: [] },
  };
}

function give(data = application()): Promise<string> {
  return sales.work.run({ actor: person('sales', 'salesperson'), operation: 'pass-first-check' }, (tx) =>
    sales.handoffs.send('investigate-application', { subject: data.applicationId, data }, tx),
  );
}

const namespace = (): string => newId('tns').replace('_', '-');
const outbox = () => sales.database.collection<DeliveryRow>('outbox');
const takes = (seen: string[]): AnyConsumer =>
  ({
    type: 'handoff.investigate-application.v1',
    handle: async ({ handoffId }: { handoffId: string }) => void seen.push(handoffId),
  }) as AnyConsumer;

describe('rule 3: what is certain does not need what is quick', () => {
  test('with the fast path off the sweep alone delivers, and the word comes back', async () => {
    const shared = { namespace: namespace(), fastPath: false, pollMs: 200 };
    const seen: string[] = [];
    start(sales, [], shared);
    start(risk, [takes(seen)], shared);
    const handoffId = await give();
    await eventually('taken', async () => seen.includes(handoffId));
    await eventually('acknowledged', () => outbox().findOne({ 'envelope.handoffid': handoffId, destination: 'risk', status: 'acked' }));
  });
});

describe('rule 5: a paused relay marks nothing', () => {
  test('whose lease went to another process publishes again what was published, and loses the mark', async () => {
    const queues = new Queues(redis, sales.seal, namespace());
    const relay = new Relay({ ...sales, queues, log: quiet }, { department: 'sales', pollMs: 60_000, fastPath: false });
    await relay.pass();
    await give();
    await sales.database.collection('leases').updateOne({ _id: 'relay' as never }, { $inc: { fence: 1 }, $set: { holder: 'prc_other' } });
    await expect(relay.pass()).rejects.toThrow(LeaseLost);
    expect(await outbox().countDocuments({ status: 'pending' })).toBe(2);
    await sales.database.collection('leases').updateOne({ _id: 'relay' as never }, { $set: { until: new Date(0) } });
    await relay.pass();
    expect(await outbox().countDocuments({ status: 'published' })).toBe(2);
    expect(await queues.queue('handoffs', 'risk').getWaitingCount()).toBe(1);
    await relay.stop();
    await queues.close();
  });
});

describe('back-pressure', () => {
  test('a full queue gets nothing more; its messages wait in the outbox and others flow', async () => {
    const queues = new Queues(redis, sales.seal, namespace(), 2);
    const relay = new Relay({ ...sales, queues, log: quiet }, { department: 'sales', pollMs: 60_000, fastPath: false });
    await queues.queue('handoffs', 'risk').addBulk([1, 2].map((n) => ({ name: 'x', data: {}, opts: { jobId: `x-${n}` } })));
    for (let n = 0; n < 3; n++) await give();
    await relay.pass();
    expect(await outbox().countDocuments({ destination: 'risk', status: 'pending' })).toBe(3);
    expect(await outbox().countDocuments({ destination: 'coordination', status: 'published' })).toBe(3);
    await queues.queue('handoffs', 'risk').obliterate({ force: true });
    await eventually('there is room again', async () => {
      await relay.pass();
      return (await outbox().countDocuments({ status: 'pending' })) === 0;
    });
    await relay.stop();
    await queues.close();
  });
});

describe('the watchdog', () => {
  test('replaces a worker that stopped reading although a job waits, and leaves an idle one alone', async () => {
    const queue = new Queues(redis, sales.seal, namespace()).queue('events', 'risk');
    const done: string[] = [];
    const worker = new WatchedWorker({ queue, redis, concurrency: 1, log: quiet, process: async (job) => void done.push(String(job.id)) });
    worker.start();
    await worker.replaceIfSilent(0);
    expect(worker.replaced).toBe(0);
    await worker.worker?.pause(true);
    await queue.add('x', {}, { jobId: 'waits' });
    await worker.replaceIfSilent(0);
    await eventually('the new worker reads', async () => done.includes('waits'));
    expect(worker.replaced).toBe(1);
    await worker.stop();
    await queue.close();
  });
});

test('figures tell what is on its way and what does not get on', async () => {
  const messaging = start(risk, [], { namespace: namespace() });
  expect(await messaging.figures()).toMatchObject({ pending: 0, oldestPendingSeconds: 0, dead: 0, replaced: 0 });
});
