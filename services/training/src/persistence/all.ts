import { TrainingPlans } from './plan/training-plan.repository.js';
import { trainingPlanCollection } from './plan/training-plan.schema.js';
import { TrainingSessions } from './session/training-session.repository.js';
import { trainingSessionCollection } from './session/training-session.schema.js';

/** Repositories, for the module. */
export const trainingRepositories = [TrainingPlans, TrainingSessions];

/** Collections of the department. */
export const trainingCollections = [trainingPlanCollection, trainingSessionCollection];
