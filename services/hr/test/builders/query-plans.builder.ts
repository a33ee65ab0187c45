import type { Database } from '@weilend/mongo';

export interface SeenPlan {
  readonly collection: string;
  /** As the database writes it, e.g. `IXSCAN { state: 1, dueAt: 1, _id: 1 }`. */
  readonly plan: string;
  readonly isSorted: boolean;
}

interface Profiled {
  readonly ns: string;
  readonly planSummary?: string;
  readonly hasSortStage?: boolean;
}

/** The one that the database makes by itself forgets after some hundred questions. */
const PROFILE_BYTES = 8 * 1024 * 1024;

/** How the database answered the questions of `act`: which index each used, and whether it had to sort by itself. */
export async function plansOf(database: Database, act: () => Promise<unknown>): Promise<readonly SeenPlan[]> {
  const { name } = database.connection;
  const db = database.connection.getClient().db(name);
  await db.createCollection('system.profile', { capped: true, size: PROFILE_BYTES });
  await db.command({ profile: 2 });
  await act();
  await db.command({ profile: 0 });
  const profiled = await db
    .collection<Profiled & { readonly op: string }>('system.profile')
    .find({ op: { $in: ['query', 'command'] }, planSummary: { $exists: true }, ns: { $ne: `${name}.system.profile` } })
    .toArray();
  await db.collection('system.profile').drop();
  return profiled.map(({ ns, planSummary, hasSortStage }) => ({
    ...{ collection: ns.slice(name.length + 1), plan: planSummary ?? '', isSorted: hasSortStage !== true },
  }));
}
