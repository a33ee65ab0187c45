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
import type { Platform, PlatformKeys } from '@weilend/service';
import { Redis } from 'ioredis';

/** The handoff that is given: an application with everything that its investigation needs. */
const TYPE = 'investigate-application';
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
const collections = [platformCollection('given_states'), platformCollection('taken_work')];

/** What two processes must share to be two departments of one company. */
export interface CompanyOfTwo {
  readonly mongodbUri: string;
  readonly redisUrl: string;
  /** Names the databases and queues of one run. */
  readonly run: string;
  readonly keys: PlatformKeys;
}

export function companyOfTwo(servers: { mongodbUri: string; redisUrl: string }): CompanyOfTwo {
  const key = randomBytes(32).toString('base64');
  const keys = { FIELD_KEYS: JSON.stringify({ k1: key }), FIELD_KEY_ID: 'k1', BLIND_INDEX_KEY: key, CLOCK_MODE: 'system' as const };
  return { mongodbUri: servers.mongodbUri, redisUrl: servers.redisUrl, run: randomBytes(4).toString('hex'), keys };
}

export interface RunningDepartment {
  readonly platform: Platform;
  readonly messaging: Messaging;
  readonly redis: Redis;
  stop(): Promise<void>;
  /** Drops its database; before `stop`. */
  drop(): Promise<void>;
}

/** What taking a handoff does, inside the transaction; and what is told after its commit. */
export interface Taking {
  readonly during?: (handoffId: string) => Promise<void>;
  readonly taken?: (handoffId: string) => void;
}

export const startSales = (company: CompanyOfTwo, options: Partial<MessagingOptions> = {}): Promise<RunningDepartment> =>
  start('sales', company, { consumers: () => [], options });

export const startRisk = (company: CompanyOfTwo, taking: Taking, options: Partial<MessagingOptions> = {}): Promise<RunningDepartment> =>
  start('risk', company, { consumers: (platform) => [takeWork(platform, taking)], options });

async function start(
  department: Department,
  company: CompanyOfTwo,
  parts: { consumers: (platform: Platform) => readonly AnyConsumer[]; options: Partial<MessagingOptions> },
): Promise<RunningDepartment> {
  const uri = new URL(company.mongodbUri);
  uri.pathname = `/two_${department}_${company.run}`;
  const platform = createPlatform(department, await Database.connect(uri.toString()), {}, company.keys);
  await preparePlatform(platform, { collections, migrations: [] });
  const redis = new Redis(company.redisUrl, { maxRetriesPerRequest: null });
  const messaging = new Messaging({ ...platform, redis, log: quiet }, parts.consumers(platform), {
    department,
    namespace: `two-${company.run}`,
    ...parts.options,
  });
  messaging.start();
  return {
    platform,
    messaging,
    redis,
    drop: () => platform.database.connection.dropDatabase(),
    stop: async () => {
      await messaging.stop();
      redis.disconnect();
      await platform.database.close();
    },
  };
}

/** Sales' mutation: its state, the handoff and both messages in one transaction; resolves with the handoff's id after the commit. */
export async function giveHandoff({ platform: sales }: RunningDepartment): Promise<string> {
  const data = application();
  const actor: Actor = { kind: 'employee', employeeId: data.salespersonId, roles: ['salesperson'], department: 'sales' };
  return sales.work.run({ actor, operation: 'pass-first-check' }, async (tx) => {
    const state = { _id: data.applicationId as never, stage: 'investigating', amountFen: data.amountFen };
    await sales.database.collection('given_states').insertOne(state, { session: tx.session });
    tx.wrote('given_states', data.applicationId, 'investigating');
    return sales.handoffs.send(TYPE, { subject: data.applicationId, data }, tx);
  });
}

function takeWork(risk: Platform, { during, taken }: Taking): AnyConsumer {
  return {
    type: `handoff.${TYPE}.v1`,
    async handle(message: HandoffMessage<typeof TYPE>, tx: Tx) {
      const work = { handoffId: message.handoffId, applicationId: message.subject, state: 'OPEN' };
      // The driver gives the id: taking twice would leave two rows.
      await risk.database.collection('taken_work').insertOne(work as never, { session: tx.session });
      tx.wrote('taken_work', message.handoffId, 'OPEN');
      await during?.(message.handoffId);
      tx.afterCommit(() => taken?.(message.handoffId));
    },
  };
}

/** How often each handoff took effect at risk. */
export async function effectsOf({ platform: risk }: RunningDepartment): Promise<Map<string, number>> {
  const groups = await risk.database
    .collection('taken_work')
    .aggregate<{ _id: string; count: number }>([{ $group: { _id: '$handoffId', count: { $sum: 1 } } }])
    .toArray();
  return new Map(groups.map(({ _id, count }) => [_id, count]));
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
