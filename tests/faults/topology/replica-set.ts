// Three members of one replica set. Each listens on a port of its own and is known to everybody, also to its siblings, by the address of a proxy.
import { MongoClient } from 'mongodb';
import { pause } from '../../../infra/local/commands.ts';
import { rootUser } from '../../../infra/local/departments.ts';
import { prepareMongo } from '../../../infra/local/mongo-setup.ts';
import type { Secrets } from '../../../infra/local/secrets.ts';

export interface MongoMember {
  readonly name: string;
  /** Where it listens. */
  readonly port: number;
  /** Port of the proxy, by which the set knows it. */
  readonly knownPort: number;
}

const REPLICA_SET = 'rs0';
/** Shorter than the standard, so that a short run sees many elections. */
const ELECTION_MS = 4_000;
const HEARTBEAT_MS = 1_000;
const JOIN_LIMIT_MS = 60_000;

export const addressOf = ({ knownPort }: MongoMember): string => `127.0.0.1:${knownPort}`;

/** Address of the whole set. */
export function replicaSetUri(members: readonly MongoMember[], auth: { user: string; password: string; database: string }): string {
  const hosts = members.map(addressOf).join(',');
  const { user, password, database } = auth;
  return `mongodb://${user}:${encodeURIComponent(password)}@${hosts}/${database}?replicaSet=${REPLICA_SET}&authSource=admin`;
}

/** A connection to one member past its proxy, as administrator. */
export function connectDirectly(member: MongoMember, password: string, timeoutMs = 2_000): MongoClient {
  return new MongoClient(
    `mongodb://${rootUser}:${encodeURIComponent(password)}@127.0.0.1:${member.port}/admin?directConnection=true&authSource=admin`,
    { serverSelectionTimeoutMS: timeoutMs, connectTimeoutMS: timeoutMs, socketTimeoutMS: 10_000, maxPoolSize: 2 },
  );
}

/** Makes the set of the first member, with all users, and lets the others join. */
export async function formReplicaSet(members: readonly MongoMember[], secrets: Secrets): Promise<void> {
  const [first, ...others] = members;
  if (!first) throw new Error('a replica set has members');
  const target = { host: '127.0.0.1', port: first.port, replSet: REPLICA_SET, memberHost: addressOf(first) };
  await prepareMongo(target, { rootPassword: secrets.mongoRootPassword, servicePasswords: secrets.mongoPasswords });
  const client = connectDirectly(first, secrets.mongoRootPassword, 10_000);
  try {
    // The set takes one new voter at a time.
    for (const member of others) await join(client, member);
    await untilAllFollow(client, members.length);
  } finally {
    await client.close();
  }
}

async function join(client: MongoClient, member: MongoMember): Promise<void> {
  const { config } = await client.db('admin').command({ replSetGetConfig: 1 });
  const ids = (config.members as { _id: number }[]).map(({ _id }) => _id);
  const settings = { ...config.settings, electionTimeoutMillis: ELECTION_MS, heartbeatIntervalMillis: HEARTBEAT_MS };
  const members = [...config.members, { _id: Math.max(...ids) + 1, host: addressOf(member), priority: 1, votes: 1 }];
  await client.db('admin').command({ replSetReconfig: { ...config, version: config.version + 1, members, settings } });
}

async function untilAllFollow(client: MongoClient, count: number): Promise<void> {
  const EVERY_MS = 200;
  for (let waited = 0; waited < JOIN_LIMIT_MS; waited += EVERY_MS) {
    const { members } = await client.db('admin').command({ replSetGetStatus: 1 });
    const states = (members as { stateStr: string }[]).map(({ stateStr }) => stateStr);
    if (states.filter((state) => state === 'PRIMARY' || state === 'SECONDARY').length === count) return;
    await pause(EVERY_MS);
  }
  throw new Error(`the replica set did not come together in ${JOIN_LIMIT_MS / 1_000} s`);
}

/** The member that may be written to now, or undefined while there is none. */
export async function findPrimary(members: readonly MongoMember[], password: string): Promise<MongoMember | undefined> {
  for (const member of members) {
    const client = connectDirectly(member, password, 1_000);
    try {
      const hello = await client.db('admin').command({ hello: 1 });
      if (hello.isWritablePrimary === true) return member;
    } catch {
      // Down, or stopped: not this one.
    } finally {
      await client.close().catch(() => undefined);
    }
  }
  return undefined;
}
