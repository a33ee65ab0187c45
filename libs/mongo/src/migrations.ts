import { invariant } from '@weilend/kernel';
import type { IndexDescription } from 'mongodb';
import type { CollectionDefinition } from './collection.js';
import { indexSpecification } from './collection.js';
import type { Database } from './database.js';
import type { Leases } from './lease.js';

/** A numbered change of stored data; must be safe to run again after a crash half way. */
export interface Migration {
  /** `0001-what-it-does`; runs in the order of the names. */
  readonly name: string;
  up(database: Database): Promise<void>;
}

const LEASE_MS = 60_000;
const WAIT_MS = 500;
const WAIT_LIMIT = 240;

/** Collections, validators and indexes, then migrations not yet applied; one runner at a time, the others wait. */
export async function migrate(
  database: Database,
  leases: Leases,
  plan: { collections: readonly CollectionDefinition[]; migrations: readonly Migration[] },
): Promise<void> {
  // A first start would make the second one in vain and stop; every later one would hide it.
  const names = plan.collections.map(({ name }) => name);
  const twice = names.find((name, place) => names.indexOf(name) !== place);
  invariant(twice === undefined, `the collection ${twice} is defined twice`);
  for (let waited = 0; ; waited++) {
    const lease = await leases.take('migrations', LEASE_MS);
    if (lease) {
      try {
        await ensureCollections(database, plan.collections);
        return await applyMigrations(database, plan.migrations);
      } finally {
        await leases.release(lease);
      }
    }
    if (waited >= WAIT_LIMIT) throw new Error('another process holds the migration lease for too long');
    await new Promise((resolve) => setTimeout(resolve, WAIT_MS));
  }
}

/** Indexes that the definitions ask for and the database lacks, as `collection.index`; readiness fails on any. */
export async function missingIndexes(database: Database, collections: readonly CollectionDefinition[]): Promise<string[]> {
  const missing: string[] = [];
  for (const definition of collections) {
    const present = new Set(
      (
        await database
          .collection(definition.name)
          .indexes()
          .catch(() => [])
      ).map((index) => index.name),
    );
    missing.push(...definition.indexes.filter((index) => !present.has(index.name)).map((index) => `${definition.name}.${index.name}`));
  }
  return missing;
}

async function ensureCollections(database: Database, collections: readonly CollectionDefinition[]): Promise<void> {
  const db = database.connection.getClient().db(database.connection.name);
  const present = new Set((await db.listCollections({}, { nameOnly: true }).toArray()).map((collection) => collection.name));
  for (const definition of collections) {
    if (!present.has(definition.name))
      await db.createCollection(definition.name, definition.validator ? { validator: definition.validator } : {});
    else if (definition.validator) await db.command({ collMod: definition.name, validator: definition.validator });
    // All of a collection in one command: a database makes twenty indexes at once as fast as one.
    const indexes = definition.indexes.map((index) => ({ ...index.options, name: index.name, key: indexSpecification(index) }));
    if (indexes.length > 0) await db.collection(definition.name).createIndexes(indexes as IndexDescription[]);
  }
}

async function applyMigrations(database: Database, migrations: readonly Migration[]): Promise<void> {
  const applied = database.collection<{ _id: string; appliedAt: Date }>('migrations');
  for (const migration of [...migrations].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (await applied.findOne({ _id: migration.name })) continue;
    await migration.up(database);
    await applied.insertOne({ _id: migration.name, appliedAt: new Date() });
  }
}
