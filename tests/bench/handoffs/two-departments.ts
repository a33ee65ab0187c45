// Two departments as they run, sales giving and risk taking, each on its own database of the same servers: the platform and messaging of a service, without
// its HTTP. What they do with a handoff is the least that a department does: a state row when it is given, a work row when it is taken.
import { randomBytes } from 'node:crypto';
import type { HandoffData } from '@weilend/contracts';
import type { Actor, Department } from '@weilend/kernel';
import { newId } from '@weilend/kernel';
import { Messaging } from '@weilend/messaging';
import type { AnyConsumer, HandoffMessage, MessagingOptions } from '@weilend/messaging';
import { Database, platformCollection } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { createPlatform, preparePlatform } from '@weilend/service';
import type { Platform } from '@weilend/service';
import { Redis } from 'ioredis';

/** The handoff that is given: an application with everything that its investigation needs. */
const TYPE = 'investigate-application';
const keys = {
  FIELD_KEYS: JSON.stringify({ k1: randomBytes(32).toString('base64') }),
  FIELD_KEY_ID: 'k1',
  BLIND_INDEX_KEY: randomBytes(32).toString('base64'),
  CLOCK_MODE: 'system' as const,
};
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
const collections = [platformCollection('given_states'), platformCollection('taken_work')];

export interface Servers {
  readonly mongodbUri: string;
  readonly redisUrl: string;
}

export interface TwoDepartments {
  readonly sales: Platform;
  readonly risk: Platform;
  readonly giving: Messaging;
  readonly taking: Messaging;
  readonly redis: Redis;
  /** Sales' mutation: its state, the handoff and both messages in one transaction; resolves with the handoff's id after the commit. */
  give(): Promise<string>;
  /** Called after the commit of the transaction in which risk took a handoff. */
  onTaken(listener: (handoffId: string) => void): void;
  stop(): Promise<void>;
}

export interface TwoDepartmentsOptions {
  readonly messaging?: Partial<MessagingOptions>;
  /** Wall time that taking one handoff lasts, for tests that interrupt it. */
  readonly name?: string;
}

export async function twoDepartments(servers: Servers, options: TwoDepartmentsOptions = {}): Promise<TwoDepartments> {
  const run = options.name ?? randomBytes(4).toString('hex');
  const sales = await platformOf('sales', servers, run);
  const risk = await platformOf('risk', servers, run);
  const redis = new Redis(servers.redisUrl, { maxRetriesPerRequest: null });
  let listener: (handoffId: string) => void = () => undefined;
  const start = (platform: Platform, consumers: readonly AnyConsumer[]): Messaging => {
    const { department } = platform;
    const messaging = new Messaging({ ...platform, redis, log: quiet }, consumers, {
      department,
      namespace: `bench-${run}`,
      ...options.messaging,
    });
    messaging.start();
    return messaging;
  };
  const giving = start(sales, []);
  const taking = start(risk, [takeWork(risk, (id) => listener(id))]);
  return {
    sales,
    risk,
    giving,
    taking,
    redis,
    give: () => give(sales),
    onTaken: (told) => void (listener = told),
    stop: async () => {
      await giving.stop();
      await taking.stop();
      redis.disconnect();
      for (const platform of [sales, risk]) {
        await platform.database.connection.dropDatabase();
        await platform.database.close();
      }
    },
  };
}

async function platformOf(department: Department, servers: Servers, run: string): Promise<Platform> {
  const uri = new URL(servers.mongodbUri);
  uri.pathname = `/bench_${department}_${run}`;
  const platform = createPlatform(department, await Database.connect(uri.toString()), {}, keys);
  await preparePlatform(platform, { collections, migrations: [] });
  return platform;
}

async function give(sales: Platform): Promise<string> {
  const data = application();
  const actor: Actor = { kind: 'employee', employeeId: data.salespersonId, roles: ['salesperson'], department: 'sales' };
  return sales.work.run({ actor, operation: 'pass-first-check' }, async (tx) => {
    const state = { _id: data.applicationId as never, stage: 'investigating', amountFen: data.amountFen };
    await sales.database.collection('given_states').insertOne(state, { session: tx.session });
    tx.wrote('given_states', data.applicationId, 'investigating');
    return sales.handoffs.send(TYPE, { subject: data.applicationId, data }, tx);
  });
}

function takeWork(risk: Platform, taken: (handoffId: string) => void): AnyConsumer {
  return {
    type: `handoff.${TYPE}.v1`,
    async handle(message: HandoffMessage<typeof TYPE>, tx: Tx) {
      const work = { _id: message.handoffId as never, applicationId: message.subject, state: 'OPEN' };
      await risk.database.collection('taken_work').insertOne(work, { session: tx.session });
      tx.wrote('taken_work', message.handoffId, 'OPEN');
      tx.afterCommit(() => taken(message.handoffId));
    },
  };
}

function application(): HandoffData<typeof TYPE> {
  return {
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
  };
}
