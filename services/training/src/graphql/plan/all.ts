import { PlanChangesResolver } from './plan-changes.resolver.js';
import { OverspendResolver, PlanFactsResolver, PlanVersionResolver } from './plan-facts.resolver.js';
import { TrainingPlanLoader } from './training-plan.loader.js';
import { TrainingPlanResolver } from './training-plan.resolver.js';

export const planResolvers = [TrainingPlanResolver, PlanChangesResolver, PlanFactsResolver, PlanVersionResolver, OverspendResolver];

export const planEntities = [TrainingPlanLoader];
