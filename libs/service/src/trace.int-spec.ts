import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { currentTraceparent, runWithTrace, traceIdOf } from '@weilend/boot';
import { newId } from '@weilend/kernel';
import { event, Messaging } from '@weilend/messaging';
import type { AnyConsumer, Message } from '@weilend/messaging';
import { eventually, person, required, sentMessages, testPlatform } from '@weilend/testing';
import type { PlatformUnderTest } from '@weilend/testing';
import { Redis } from 'ioredis';

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
const TRACE = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
let sales: PlatformUnderTest;
let risk: PlatformUnderTest;
let redis: Redis;
let running: Messaging[] = [];

beforeAll(async () => {
  redis = new Redis(required('TEST_REDIS_URL'), { maxRetriesPerRequest: null });
  sales = await testPlatform('sales');
  risk = await testPlatform('risk');
});
afterAll(async () => {
  for (const messaging of running) await messaging.stop();
  redis.disconnect();
  await sales.stop();
  await risk.stop();
});

test('one trace runs from the mutation through outbox, job and consumer into what the consumer says', async () => {
  const namespace = newId('tns').replace('_', '-');
  const seen: (string | undefined)[] = [];
  const consumer = {
    type: 'sales.application-withdrawn.v1',
    async handle({ subject }: Message<unknown>, tx: never) {
      seen.push(currentTraceparent());
      const said = event('risk.delivery-settled.v1', subject, { messageId: newId('msg'), outcome: 'OLD' });
      await risk.outbox.add(said, tx);
    },
  } as AnyConsumer;
  running = [sales, risk].map((platform) => {
    const parts = { ...platform, redis, log: quiet };
    return new Messaging(parts, platform === risk ? [consumer] : [], { department: platform.department, namespace, runWithTrace });
  });
  for (const messaging of running) messaging.start();

  const applicationId = newId('app');
  const data = { applicationId, reason: '客户撤回', withdrawnAt: new Date().toISOString() };
  await runWithTrace(TRACE, () =>
    sales.work.run({ actor: person('sales', 'salesperson'), operation: 'withdraw' }, (tx) =>
      sales.outbox.add(event('sales.application-withdrawn.v1', applicationId, data), tx),
    ),
  );
  await eventually('risk has spoken', async () => (await sentMessages(risk)).length > 0);
  const [said] = await sentMessages(risk);
  expect([seen[0], said?.traceparent].map((trace) => trace && traceIdOf(trace))).toEqual([traceIdOf(TRACE), traceIdOf(TRACE)]);
});
