import { createHash, randomBytes } from 'node:crypto';
import { Database } from '@weilend/mongo';
import type { CollectionDefinition, Migration } from '@weilend/mongo';

export interface TestDatabase {
  readonly database: Database;
  readonly uri: string;
  stop(): Promise<void>;
}

/** What a database will be prepared with. Only databases of the same plan are lent on. */
export interface DatabasePlan {
  readonly collections: readonly CollectionDefinition[];
  readonly migrations: readonly Migration[];
}

interface Lent {
  readonly _id: string;
  readonly plan: string;
  readonly free: boolean;
}

/** A real database of its own for one test file; `stop` drops it. The server comes from the test run (TEST_MONGODB_URI). */
export async function testDatabase(prefix = 'test'): Promise<TestDatabase> {
  const uri = databaseUri(newName(prefix));
  const database = await Database.connect(uri);
  return {
    database,
    uri,
    stop: async () => {
      await database.connection.dropDatabase();
      await database.close();
    },
  };
}

/**
 * An empty database that may have its collections and indexes already: making some hundred indexes takes longer than most test files. One that nobody has
 * at the moment is emptied and lent; `stop` gives it back. A file that never gives back keeps its database to itself.
 */
export async function lentDatabase(prefix: string, plan: DatabasePlan): Promise<TestDatabase> {
  const digest = digestOf(prefix, plan);
  const register = await Database.connect(databaseUri('lent_databases'));
  try {
    const lent = register.collection<Lent>('lent');
    const free = await lent.findOneAndUpdate({ plan: digest, free: true }, { $set: { free: false } });
    const name = free?._id ?? newName(prefix);
    if (!free) await lent.insertOne({ _id: name, plan: digest, free: false });
    const database = await Database.connect(databaseUri(name));
    if (free) await empty(database);
    return { database, uri: databaseUri(name), stop: () => giveBack(database) };
  } finally {
    await register.close();
  }
}

async function giveBack(database: Database): Promise<void> {
  const { name } = database.connection;
  await database.connection
    .getClient()
    .db('lent_databases')
    .collection<Lent>('lent')
    .updateOne({ _id: name }, { $set: { free: true } });
  await database.close();
}

/** Removes every document, those of the migrations too: they run again, as on a new database. */
async function empty(database: Database): Promise<void> {
  const { name } = database.connection;
  const client = database.connection.getClient();
  const { databases } = await client
    .db()
    .admin()
    .listDatabases({ nameOnly: true, filter: { name: new RegExp(`^${name}.`) } });
  for (const beside of databases) await client.db(beside.name).dropDatabase();
  // Whoever watched the database's commands may have left that on, and what he saw.
  await client.db(name).command({ profile: 0 });
  await client.db(name).dropCollection('system.profile');
  const collections = await client.db(name).listCollections({}, { nameOnly: true }).toArray();
  for (const collection of collections
    .filter((one) => !one.name.startsWith('system.'))
    .map((one) => client.db(name).collection(one.name))) {
    if ((await collection.estimatedDocumentCount()) > 0) await collection.deleteMany({});
  }
}

function digestOf(prefix: string, { collections, migrations }: DatabasePlan): string {
  const shapes = collections.map(({ name, indexes, validator }) => ({ name, indexes, validator }));
  const text = JSON.stringify([prefix, shapes, migrations.map(({ name }) => name)]);
  return createHash('sha256').update(text).digest('hex');
}

const newName = (prefix: string): string => `${prefix}_${randomBytes(5).toString('hex')}`;

/** The server of the test run with another database name. */
export function databaseUri(name: string): string {
  const uri = new URL(required('TEST_MONGODB_URI'));
  uri.pathname = `/${name}`;
  return uri.toString();
}

export function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: integration tests need the servers that \`npm test\` starts`);
  return value;
}
