// Looks into the databases of the departments, past the departments: how many questions a page costs each of them. The departments also ask by themselves
// (leases, sweeps, the clock): what they ask while nobody asks them is learned first and not counted.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { pause } from '../../../infra/local/commands.ts';
import { databaseOf, departments, ledgerDatabase, rootUser } from '../../../infra/local/departments.ts';
import type { RunFile } from '../../../infra/local/run-file.ts';
import type { Secrets } from '../../../infra/local/secrets.ts';

const PROFILE_ALL = 2;
const PROFILE_OFF = 0;
/** Longer than the longest interval of a sweep that matters here. */
const LISTENED_MS = 4_000;

interface ProfiledCommand {
  readonly find?: string;
  readonly aggregate?: string;
  readonly count?: string;
  readonly filter?: Readonly<Record<string, unknown>>;
  readonly pipeline?: readonly Readonly<Record<string, unknown>>[];
  readonly query?: Readonly<Record<string, unknown>>;
}

export interface Databases {
  /** Questions that each department asked its database while `act` ran. */
  questionsDuring(act: () => Promise<unknown>): Promise<Readonly<Record<string, number>>>;
  close(): Promise<void>;
}

export async function openDatabases(home: string): Promise<Databases> {
  const secrets = JSON.parse(await readFile(join(home, 'secrets.json'), 'utf8')) as Secrets;
  const run = JSON.parse(await readFile(join(home, 'run.json'), 'utf8')) as RunFile;
  const uri = `mongodb://${rootUser}:${encodeURIComponent(secrets.mongoRootPassword)}@127.0.0.1:${run.ports.mongodb}/admin?directConnection=true`;
  const client = await MongoClient.connect(uri);
  const background = new Set((await listen(client, () => pause(LISTENED_MS))).map(({ shape }) => shape));
  return {
    questionsDuring: async (act) => {
      const asked = (await listen(client, act)).filter(({ shape }) => !background.has(shape));
      return Object.fromEntries(databaseNames.map((name) => [name, asked.filter(({ database }) => database === name).length]));
    },
    close: () => client.close(),
  };
}

const databaseNames = [...departments.map(databaseOf), ledgerDatabase];

/** Every question of every department while `act` runs. */
async function listen(client: MongoClient, act: () => Promise<unknown>): Promise<{ database: string; shape: string }[]> {
  await Promise.all(databaseNames.map((name) => client.db(name).command({ profile: PROFILE_ALL })));
  const { localTime: since } = await client.db('admin').command({ hello: 1 });
  await act();
  await Promise.all(databaseNames.map((name) => client.db(name).command({ profile: PROFILE_OFF })));
  const heard = await Promise.all(databaseNames.map((name) => questionsIn(client, name, since as Date)));
  return heard.flat();
}

async function questionsIn(client: MongoClient, database: string, since: Date): Promise<{ database: string; shape: string }[]> {
  const entries = await client
    .db(database)
    .collection('system.profile')
    .find({ ts: { $gte: since }, op: { $in: ['query', 'command'] }, ns: { $ne: `${database}.system.profile` } })
    .toArray();
  return entries.flatMap(({ command }) => {
    const shape = shapeOf(command as ProfiledCommand);
    return shape === null ? [] : [{ database, shape: `${database} ${shape}` }];
  });
}

/** What is asked of which collection, without the values; null for what is no question. */
function shapeOf({ find, aggregate, count, filter, pipeline, query }: ProfiledCommand): string | null {
  if (find) return `${find} find ${keysOf(filter)}`;
  if (aggregate) return `${aggregate} aggregate ${keysOf(pipeline?.[0])}`;
  return count ? `${count} count ${keysOf(query)}` : null;
}

const keysOf = (part: Readonly<Record<string, unknown>> | undefined): string =>
  Object.keys(part ?? {})
    .sort()
    .join();
