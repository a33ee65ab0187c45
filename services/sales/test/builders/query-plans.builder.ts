import type { Database } from '@weilend/mongo';
import { SMALL } from './list-questions.builder.js';
import { unitedPlans } from './united-plans.builder.js';
import type { SeenPlan } from './united-plans.builder.js';

interface Profiled {
  readonly ns: string;
  readonly planSummary?: string;
  readonly hasSortStage?: boolean;
  readonly command?: { readonly filter?: unknown; readonly pipeline?: unknown; readonly query?: unknown };
}

/** The one that the database makes by itself forgets after some hundred questions. */
const PROFILE_BYTES = 32 * 1024 * 1024;

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
  const seen = profiled.map(({ ns, planSummary, hasSortStage, command }) => ({
    ...{ collection: ns.slice(name.length + 1), plan: planSummary ?? '', isSorted: hasSortStage !== true },
    asked: JSON.stringify(command?.filter ?? command?.pipeline ?? command?.query ?? null),
  }));
  const unions = await Promise.all(profiled.map(({ command }) => unitedPlans(db, command?.pipeline)));
  return [...seen, ...unions.flat()];
}

/** Questions that read a whole collection, or that the database had to sort for, each once. */
export function withoutIndex(plans: readonly SeenPlan[]): readonly string[] {
  const wrong = plans.filter(
    ({ collection, plan, isSorted }) => !Object.hasOwn(SMALL, collection) && (plan.includes('COLLSCAN') || !isSorted),
  );
  return [...new Set(wrong.map(({ collection, plan, isSorted, asked }) => `${collection} ${plan}${isSorted ? '' : ' SORT'} ${asked}`))];
}
