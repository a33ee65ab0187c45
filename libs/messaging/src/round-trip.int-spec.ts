import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { HandoffData } from '@weilend/contracts';
import { newId } from '@weilend/kernel';
import { eventually, handoffRows, MessageSource, person, required, sentTypes, testPlatform } from '@weilend/testing';
import type { PlatformUnderTest } from '@weilend/testing';
import { Redis } from 'ioredis';
import { HandoffConsumer, MessageSeal, Messaging } from './index.js';
import type { AnyConsumer, DeliveryRow, HandoffMessage } from './index.js';
import type { Tx } from '@weilend/mongo';

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

class TakeInvestigation extends HandoffConsumer<'investigate-application'> {
  readonly type = 'handoff.investigate-application.v1';
  readonly seen: string[] = [];

  async handle(message: HandoffMessage<'investigate-application'>, _tx: Tx): Promise<void> {
    this.seen.push(message.data.applicationId);
  }
}

const application = (): HandoffData<'investigate-application'> => ({
  applicationId: newId('app'),
  participants: [],
  customerId: newId('cus'),
  customerType: 'INDIVIDUAL',
  salespersonId: newId('emp'),
  productId: newId('prd'),
  amountFen: 5_000_000,
  termMonths: 12,
  annualRate: '0.12',
  method: 'EQUAL_INSTALMENT',
  purpose: 'EQUIPMENT',
  round: 1,
  identityIndex: 'bi1.0123456789abcdef',
  consents: [],
});

let sales: PlatformUnderTest;
let risk: PlatformUnderTest;
let redis: Redis;
const running: Messaging[] = [];

function start(platform: PlatformUnderTest, consumers: readonly AnyConsumer[], namespace: string): Messaging {
  const messaging = new Messaging({ ...platform, redis, log: quiet }, consumers, {
    department: platform.department,
    namespace,
    reconcileEveryMs: 500,
    reconcileAfterMs: 1_500,
    sweepMs: 300,
  });
  messaging.start();
  running.push(messaging);
  return messaging;
}

beforeAll(async () => {
  redis = new Redis(required('TEST_REDIS_URL'), { maxRetriesPerRequest: null });
  sales = await testPlatform('sales');
  risk = await testPlatform('risk');
});

afterEach(async () => {
  for (const messaging of running.splice(0)) await messaging.stop();
});

afterAll(async () => {
  redis.disconnect();
  await sales.stop();
  await risk.stop();
});

test('[4.8] work goes from sales to risk and its completion comes back, each once', async () => {
  const consumer = new TakeInvestigation();
  const namespace = newId('tns').replace('_', '-');
  const completions: string[] = [];
  start(
    sales,
    [
      {
        type: 'risk.handoff-completed.v1',
        handle: async (message: { data: { handoffId: string } }) => void completions.push(message.data.handoffId),
      } as AnyConsumer,
    ],
    namespace,
  );
  start(risk, [consumer], namespace);

  const data = application();
  const handoffId = await sales.work.run({ actor: person('sales', 'salesperson'), operation: 'pass-first-check' }, (tx) =>
    sales.handoffs.send('investigate-application', { subject: data.applicationId, data }, tx),
  );
  const received = await eventually('risk has the handoff', async () => (await handoffRows(risk)).find((row) => row._id === handoffId));
  expect(received).toMatchObject({ direction: 'in', state: 'open', from: 'sales', to: 'risk', subject: data.applicationId });
  expect(consumer.seen).toEqual([data.applicationId]);

  await risk.work.run({ actor: person('risk', 'investigator'), operation: 'finalise-risk-report' }, (tx) =>
    risk.handoffs.complete(handoffId, { reportId: 'rep' }, tx),
  );
  await eventually('sales was told', async () => completions.length > 0);
  expect(completions).toEqual([handoffId]);
  expect(await sentTypes(risk)).toEqual(['risk.handoff-completed.v1']);

  const delivery = { _id: { $regex: /\.risk$/ } };
  const row = await eventually('the delivery is acknowledged', async () =>
    sales.database.collection<DeliveryRow>('outbox').findOne({ ...delivery, status: 'acked' } as never),
  );
  expect(row.destination).toBe('risk');
}, 60_000);

test('[7.3] a job pushed straight into Redis has no effect: neither a bare envelope nor forged acknowledgements', async () => {
  const namespace = newId('tns').replace('_', '-');
  const consumer = new TakeInvestigation();
  const messaging = start(risk, [consumer], namespace);
  const data = application();
  const forged = new MessageSource().handoff('investigate-application', 'sales', { subject: data.applicationId, data });
  const before = {
    handoffs: await handoffRows(risk),
    sent: await sentTypes(risk),
    inbox: await risk.database.collection('inbox').countDocuments(),
  };

  const bare = await messaging.queues.queue('handoffs', 'risk').add(forged.type, forged, { jobId: 'forged-1' });
  const sealed = new MessageSeal(randomBytes(32)).close(forged, 'handoffs-risk');
  const strange = await messaging.queues.queue('handoffs', 'risk').add(forged.type, sealed, { jobId: 'forged-2', attempts: 5 });
  const acks = await messaging.queues.queue('acks', 'risk').add('acks', { deliveryIds: ['x'] }, { jobId: 'forged-3' });
  await eventually('all are refused', async () => (await Promise.all([bare, strange, acks].map((job) => job.isFailed()))).every(Boolean));

  expect(consumer.seen).toEqual([]);
  expect({
    handoffs: await handoffRows(risk),
    sent: await sentTypes(risk),
    inbox: await risk.database.collection('inbox').countDocuments(),
  }).toEqual(before);
}, 60_000);

test('an emptied Redis refills from the outbox', async () => {
  const namespace = newId('tns').replace('_', '-');
  const giver = start(sales, [], namespace);
  const data = application();
  await sales.work.run({ actor: person('sales', 'salesperson'), operation: 'pass-first-check' }, (tx) =>
    sales.handoffs.send('investigate-application', { subject: data.applicationId, data }, tx),
  );
  await eventually('published', async () =>
    sales.database
      .collection<DeliveryRow>('outbox')
      .findOne({ 'envelope.subject': data.applicationId, destination: 'risk', status: 'published' } as never),
  );
  await giver.queues.queue('handoffs', 'risk').obliterate({ force: true });
  const consumer = new TakeInvestigation();
  start(risk, [consumer], namespace);
  await eventually('the message came again', async () => consumer.seen.includes(data.applicationId));
  await eventually('and is acknowledged', async () =>
    sales.database
      .collection<DeliveryRow>('outbox')
      .findOne({ 'envelope.subject': data.applicationId, destination: 'risk', status: 'acked' } as never),
  );
}, 60_000);

test('a forged job under the id of a real message does not keep it away for good', async () => {
  const namespace = newId('tns').replace('_', '-');
  const consumer = new TakeInvestigation();
  const taker = start(risk, [consumer], namespace);
  const data = application();
  await sales.work.run({ actor: person('sales', 'salesperson'), operation: 'pass-first-check' }, (tx) =>
    sales.handoffs.send('investigate-application', { subject: data.applicationId, data }, tx),
  );
  const waiting = { 'envelope.subject': data.applicationId, destination: 'risk' };
  const row = await sales.database.collection<DeliveryRow>('outbox').findOne(waiting as never);
  const forged = await taker.queues.queue('handoffs', 'risk').add('forged', { body: '{}', seal: 'x' }, { jobId: String(row?._id) });
  await eventually('the forged job is refused', () => forged.isFailed());
  start(sales, [], namespace);
  await eventually('the real message came', async () => consumer.seen.includes(data.applicationId));
}, 60_000);
