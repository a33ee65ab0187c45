import type { Platform } from '@weilend/service';

const MESSAGING = ['handoffs', 'outbox', 'outbox_lanes', 'inbox', 'lanes', 'request_keys'];

/** All state and messages of a service, to show that a refusal changed nothing; the audit row of the refusal is not state. */
export async function snapshotOf(platform: Platform, collections: readonly { readonly name: string }[]): Promise<string> {
  const rows: unknown[] = [];
  for (const name of [...collections.map((one) => one.name), ...MESSAGING])
    rows.push(name, await platform.database.collection(name).find().sort({ _id: 1 }).toArray());
  return JSON.stringify(rows);
}
