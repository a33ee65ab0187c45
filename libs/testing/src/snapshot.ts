import type { Platform } from '@weilend/service';

const MESSAGING = ['handoffs', 'outbox', 'outbox_lanes', 'inbox', 'lanes', 'request_keys'];
/** What the database answers for a collection without documents. */
const EMPTY = 'd41d8cd98f00b204e9800998ecf8427e';

/**
 * All state and messages of a service, to show that a refusal changed nothing: a hash of each collection, one to a line, so that a difference names where it
 * is. The audit row of the refusal is not state.
 */
export async function snapshotOf(platform: Platform, collections: readonly { readonly name: string }[]): Promise<string> {
  const names = [...new Set([...collections.map(({ name }) => name), ...MESSAGING])].sort();
  const { connection } = platform.database;
  const answer = await connection.getClient().db(connection.name).command({ dbHash: 1, collections: names });
  const hashes = answer['collections'] as Readonly<Record<string, string>>;
  return names.map((name) => `${name} ${hashes[name] ?? EMPTY}`).join('\n');
}

/** Everything that a service's database keeps, as one text, to show that a secret is nowhere in it. */
export async function storedText(platform: Platform): Promise<string> {
  const { connection } = platform.database;
  const db = connection.getClient().db(connection.name);
  const kept: unknown[] = [];
  for (const { name } of await db.listCollections({}, { nameOnly: true }).toArray())
    kept.push(name, await db.collection(name).find().toArray());
  return JSON.stringify(kept);
}
