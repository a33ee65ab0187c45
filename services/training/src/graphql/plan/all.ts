import { TrainingPlanLoader } from './training-plan.loader.js';
import { TrainingPlanResolver } from './training-plan.resolver.js';

export const planResolvers = [TrainingPlanResolver];

export const planEntities = [TrainingPlanLoader];
