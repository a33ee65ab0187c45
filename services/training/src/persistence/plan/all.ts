import { TrainingFindings, TrainingPlans, TrainingPlanVersions } from './training-plan.repository.js';
import { trainingFindingCollection, trainingPlanCollection, trainingPlanVersionCollection } from './training-plan.schema.js';

export const planRepositories = [TrainingPlans, TrainingPlanVersions, TrainingFindings];

export const planCollections = [trainingPlanCollection, trainingPlanVersionCollection, trainingFindingCollection];
