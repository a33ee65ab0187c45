import type { Db, Document } from 'mongodb';

export interface SeenPlan {
  readonly collection: string;
  /** As the database writes it, e.g. `IXSCAN { salesperson: 1, _id: -1 }`. */
  readonly plan: string;
  readonly isSorted: boolean;
  /** Filter or pipeline, to find the question by. */
  readonly asked: string;
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
