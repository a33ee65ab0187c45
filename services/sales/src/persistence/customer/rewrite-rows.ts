import { canonicalHash } from '@weilend/kernel';
import { VersionConflict } from '@weilend/mongo';
import type { CollectionDefinition, Database, Stored, Tx } from '@weilend/mongo';

export type Row = Stored & { readonly version: number };
export type Plain = Record<string, unknown>;

export interface Rewriting {
  readonly filter: Plain;
  /** The first ones by id; all when left out. */
  readonly limit?: number;
}

/** Changes rows in place, each by its version, so that whoever works on one at the same time has to look again. Ids of those changed. */
export async function rewriteRows(
  database: Database,
  definition: CollectionDefinition,
  { rewriting: { filter, limit }, change }: { rewriting: Rewriting; change: (row: Row) => Plain },
  tx: Tx,
): Promise<string[]> {
  const { collection } = database.model(definition);
  const options = { session: tx.session, ...(limit === undefined ? {} : { limit, sort: { _id: 1 } as const }) };
  const rows = (await collection.find(filter as never, options).toArray()) as unknown as Row[];
  if (rows.length === 0) return [];
  const changed = rows.map((row) => ({ row, set: change(row) }));
  const updates = changed.map(({ row: { _id, version }, set }) => ({
    updateOne: { filter: { _id, version }, update: { $set: set, $inc: { version: 1 } } },
  }));
  const outcome = await collection.bulkWrite(updates as never, { session: tx.session });
  if (outcome.matchedCount < rows.length) throw new VersionConflict(definition.name, rows[0]?._id ?? '');
  for (const { row, set } of changed) {
    tx.remember(definition.name, row._id, canonicalHash(row));
    tx.wrote(definition.name, row._id, canonicalHash({ ...row, ...set, version: row.version + 1 }));
  }
  return rows.map(({ _id }) => _id);
}
