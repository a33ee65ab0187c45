// Looks into the databases of the departments, past the departments: how many questions a page costs each of them.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { databaseOf, departments, ledgerDatabase, rootUser } from '../../../infra/local/departments.ts';
import type { RunFile } from '../../../infra/local/run-file.ts';
import type { Secrets } from '../../../infra/local/secrets.ts';

const PROFILE_ALL = 2;
const PROFILE_OFF = 0;

export interface Databases {
  /** Questions that each department asked its database while `act` ran, background work left out. */
  questionsDuring(act: () => Promise<unknown>): Promise<Readonly<Record<string, number>>>;
  close(): Promise<void>;
}

export async function openDatabases(home: string): Promise<Databases> {
  const secrets = JSON.parse(await readFile(join(home, 'secrets.json'), 'utf8')) as Secrets;
  const run = JSON.parse(await readFile(join(home, 'run.json'), 'utf8')) as RunFile;
  const uri = `mongodb://${rootUser}:${encodeURIComponent(secrets.mongoRootPassword)}@127.0.0.1:${run.ports.mongodb}/admin?directConnection=true`;
  const client = await MongoClient.connect(uri);
  const names = [...departments.map(databaseOf), ledgerDatabase];
  return {
    questionsDuring: async (act) => {
      await Promise.all(names.map((name) => client.db(name).command({ profile: PROFILE_ALL })));
      const since = await serverTime(client);
      await act();
      await Promise.all(names.map((name) => client.db(name).command({ profile: PROFILE_OFF })));
      const counts = await Promise.all(names.map(async (name) => [name, await countQuestions(client, name, since)] as const));
      return Object.fromEntries(counts);
    },
    close: () => client.close(),
  };
}

async function serverTime(client: MongoClient): Promise<Date> {
  const { localTime } = await client.db('admin').command({ hello: 1 });
  return localTime as Date;
}

/** What the platform asks by itself all the time: messaging, leases, clock, keys. It is not the page's. */
const PLATFORM = ['system.profile', 'outbox', 'outbox_lanes', 'inbox', 'lanes', 'leases', 'clock', 'request_keys', 'signing_keys', 'denied_employees', 'parameters', 'files'];

async function countQuestions(client: MongoClient, name: string, since: Date): Promise<number> {
  const asks = [{ 'command.find': { $exists: true } }, { 'command.aggregate': { $exists: true } }, { 'command.count': { $exists: true } }];
  return client
    .db(name)
    .collection('system.profile')
    .countDocuments({ ts: { $gte: since }, op: { $in: ['query', 'command'] }, ns: { $nin: PLATFORM.map((collection) => `${name}.${collection}`) }, $or: asks });
}
