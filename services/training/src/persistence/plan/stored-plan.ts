import type { Stored } from '@weilend/mongo';
import type { PlannedCourse, TrainingPlan } from '../../domain/plan/training-plan.js';

type OldPlan = Partial<TrainingPlan> & { readonly courses: readonly Partial<PlannedCourse>[] };

/** A stored plan; one of before numbers, needs and budgets has its courses numbered in their order and no money set aside. */
export function storedPlan({ _id, ...rest }: Stored): TrainingPlan {
  const old = rest as unknown as OldPlan;
  const courses = old.courses.map((course, place) => ({ ...course, no: course.no ?? place + 1, budgetFen: course.budgetFen ?? null }));
  return { needs: [], findings: [], revision: 1, revisedReason: null, overspends: [], ...old, id: _id, courses } as TrainingPlan;
}
