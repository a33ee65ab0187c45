// What a fresh mongod needs before a department can use it: a replica set of one member, an administrator, and one user per department that can
// reach nothing but its own database. Every step may be repeated: a start that was cut short goes on where it stopped.
import { MongoClient, MongoServerError } from 'mongodb';
import { pause } from './commands.ts';
import { type Department, databaseOf, departments, ledgerDatabase, rootUser } from './departments.ts';
import { Problem, reasonOf } from './problem.ts';

const NOT_YET_INITIALIZED = 94;
const ALREADY_INITIALIZED = 23;
const AUTHENTICATION_FAILED = 18;
const UNAUTHORIZED = 13;
const ROLE_OR_USER_EXISTS = 51002;
const USER_EXISTS = 51003;

export interface MongoTarget {
  readonly host: string;
  readonly port: number;
  readonly replSet: string;
  /** The address that the member of the replica set announces, `host:port` as the departments see it. */
  readonly memberHost: string;
}

export interface MongoSecrets {
  readonly rootPassword: string;
  readonly servicePasswords: Readonly<Record<Department, string>>;
}

interface Privilege {
  readonly resource: { readonly db: string; readonly collection: string };
  readonly actions: readonly string[];
}

export interface ServiceRole {
  readonly name: string;
  readonly privileges: readonly Privilege[];
  readonly roles: readonly { readonly role: string; readonly db: string }[];
}

/** What a department's user may do. Change streams come with readWrite; indexes and validators (migrations) with dbAdmin. */
export function roleOf(department: Department): ServiceRole {
  const db = databaseOf(department);
  const ledger: Privilege = {
    resource: { db: ledgerDatabase, collection: '' },
    // No update, no remove, no drop: an entry that was booked stays booked.
    actions: ['find', 'insert', 'createCollection', 'createIndex', 'listIndexes', 'listCollections', 'collMod', 'collStats'],
  };
  return {
    name: `weilend_${department}_service`,
    privileges: department === 'finance' ? [ledger] : [],
    roles: [
      { role: 'readWrite', db },
      { role: 'dbAdmin', db },
    ],
  };
}

/** Makes a mongod without authentication a writable replica set of one (tests). */
export async function initiateOpen(target: MongoTarget): Promise<void> {
  const client = await connect(target);
  try {
    await configure(client, target);
    await untilWritable(client);
  } finally {
    await client.close();
  }
}

/**
 * Brings a mongod with authentication to the state the departments need.
 * @throws Problem when its data were made with other secrets.
 */
export async function prepareMongo(target: MongoTarget, secrets: MongoSecrets): Promise<void> {
  const open = await connect(target);
  try {
    let root = await connectRoot(target, secrets.rootPassword);
    if (root) await configure(root, target);
    else await configureByLocalhostException(open, target);
    await untilWritable(open);
    root ??= await createRoot(open, target, secrets.rootPassword);
    try {
      for (const department of departments) await ensureUser(root, department, secrets.servicePasswords[department]);
    } finally {
      await root.close();
    }
  } finally {
    await open.close();
  }
}

async function connect(target: MongoTarget, auth?: { username: string; password: string }): Promise<MongoClient> {
  const client = new MongoClient(`mongodb://${target.host}:${target.port}/?directConnection=true`, {
    serverSelectionTimeoutMS: 10_000,
    auth,
    authSource: auth ? 'admin' : undefined,
    maxPoolSize: 2,
  });
  await client.connect();
  return client;
}

async function connectRoot(target: MongoTarget, password: string): Promise<MongoClient | undefined> {
  try {
    return await connect(target, { username: rootUser, password });
  } catch (thrown) {
    if (hasCode(thrown, AUTHENTICATION_FAILED)) return undefined;
    throw thrown;
  }
}

/** Initiates the replica set, or corrects the member's address when the port was changed since the last start. */
async function configure(client: MongoClient, target: MongoTarget): Promise<void> {
  const admin = client.db('admin');
  try {
    const { config } = await admin.command({ replSetGetConfig: 1 });
    if (config.members.length !== 1 || config.members[0].host === target.memberHost) return;
    const members = [{ ...config.members[0], host: target.memberHost }];
    await admin.command({ replSetReconfig: { ...config, version: config.version + 1, members }, force: true });
  } catch (thrown) {
    if (!hasCode(thrown, NOT_YET_INITIALIZED)) throw thrown;
    await initiate(client, target);
  }
}

/** Before the first user exists, MongoDB lets a connection from this machine initiate the set. */
async function configureByLocalhostException(open: MongoClient, target: MongoTarget): Promise<void> {
  try {
    await initiate(open, target);
  } catch (thrown) {
    if (!hasCode(thrown, UNAUTHORIZED)) throw thrown;
    throw new Problem(foreignSecrets, { cause: thrown });
  }
}

const foreignSecrets =
  'The MongoDB data were made with other passwords than those in secrets.json: put back the secrets.json that belongs to them, or remove the whole data folder to begin anew.';

async function initiate(client: MongoClient, target: MongoTarget): Promise<void> {
  const members = [{ _id: 0, host: target.memberHost }];
  try {
    await client.db('admin').command({ replSetInitiate: { _id: target.replSet, members } });
  } catch (thrown) {
    if (!hasCode(thrown, ALREADY_INITIALIZED)) throw thrown;
  }
}

async function untilWritable(client: MongoClient): Promise<void> {
  const LIMIT_MS = 60_000;
  const EVERY_MS = 50;
  for (let waited = 0; waited < LIMIT_MS; waited += EVERY_MS) {
    const hello = await client.db('admin').command({ hello: 1 });
    if (hello.isWritablePrimary) return;
    await pause(EVERY_MS);
  }
  throw new Problem(`MongoDB did not become writable in ${LIMIT_MS / 1000} s: see mongod.log.`);
}

async function createRoot(open: MongoClient, target: MongoTarget, password: string): Promise<MongoClient> {
  try {
    await open.db('admin').command({ createUser: rootUser, pwd: password, roles: ['root'], mechanisms: ['SCRAM-SHA-256'] });
  } catch (thrown) {
    throw new Problem(foreignSecrets, { cause: thrown });
  }
  const root = await connectRoot(target, password);
  if (!root) throw new Problem('MongoDB refused the administrator that was just created: see mongod.log.');
  return root;
}

async function ensureUser(root: MongoClient, department: Department, password: string): Promise<void> {
  const admin = root.db('admin');
  const { name, privileges, roles } = roleOf(department);
  const user = { pwd: password, roles: [name], mechanisms: ['SCRAM-SHA-256'] };
  await orElse(
    ROLE_OR_USER_EXISTS,
    () => admin.command({ createRole: name, privileges, roles }),
    () => admin.command({ updateRole: name, privileges, roles }),
  );
  await orElse(
    USER_EXISTS,
    () => admin.command({ createUser: department, ...user }),
    () => admin.command({ updateUser: department, ...user }),
  );
}

async function orElse(code: number, first: () => Promise<unknown>, second: () => Promise<unknown>): Promise<void> {
  try {
    await first();
  } catch (thrown) {
    if (!hasCode(thrown, code)) throw new Error(`MongoDB refused to set up a user: ${reasonOf(thrown)}`, { cause: thrown });
    await second();
  }
}

function hasCode(thrown: unknown, code: number): boolean {
  return thrown instanceof MongoServerError && thrown.code === code;
}
