import type { Database } from '@weilend/mongo';
import type { Db, Document } from 'mongodb';
import { SMALL } from './list-questions.builder.js';

export interface SeenPlan {
  readonly collection: string;
  /** As the database writes it, e.g. `IXSCAN { salesperson: 1, _id: -1 }`. */
  readonly plan: string;
  readonly isSorted: boolean;
  /** Filter or pipeline, to find the question by. */
  readonly asked: string;
}

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

/** The parts of a question that unites several collections: the profiler writes of the first one only, the others are explained again. */
export async function unitedPlans(db: Db, pipeline: unknown): Promise<readonly SeenPlan[]> {
  const parts = (Array.isArray(pipeline) ? (pipeline as Document[]) : []).flatMap((stage) => {
    const part = stage['$unionWith'] as { readonly coll: string; readonly pipeline: readonly Document[] } | undefined;
    return part ? [part] : [];
  });
  return Promise.all(
    parts.map(async ({ coll, pipeline: stages }) => {
      const plan = stagesOf(
        await db
          .collection(coll)
          .aggregate([...stages])
          .explain('queryPlanner'),
      );
      return { collection: coll, plan: plan.join(' '), isSorted: !plan.includes('SORT'), asked: JSON.stringify(stages) };
    }),
  );
}

/** The names of all stages of the plans that were taken. */
function stagesOf(explained: unknown): readonly string[] {
  if (typeof explained !== 'object' || explained === null) return [];
  const { stage, rejectedPlans: _rejected, ...rest } = explained as Record<string, unknown>;
  return [...(typeof stage === 'string' ? [stage] : []), ...Object.values(rest).flatMap(stagesOf)];
}

/** Questions that read a whole collection, or that the database had to sort for, each once. */
export function withoutIndex(plans: readonly SeenPlan[]): readonly string[] {
  const wrong = plans.filter(
    ({ collection, plan, isSorted }) => !Object.hasOwn(SMALL, collection) && (plan.includes('COLLSCAN') || !isSorted),
  );
  return [...new Set(wrong.map(({ collection, plan, isSorted, asked }) => `${collection} ${plan}${isSorted ? '' : ' SORT'} ${asked}`))];
}
