import { TrainingPlanQueries } from './plan/training-plan.queries.js';
import { TrainingSessionQueries } from './session/training-session.queries.js';

/** The read side of training. */
export const trainingQueries = [TrainingPlanQueries, TrainingSessionQueries];
