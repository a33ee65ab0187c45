import { effectCollections, effectRepositories } from './effect/all.js';
import { evaluationCollections, evaluationRepositories } from './evaluation/all.js';
import { examCollections, examRepositories } from './exam/all.js';
import { feedbackCollections, feedbackRepositories } from './feedback/all.js';
import { improvementCollections, improvementRepositories } from './improvement/all.js';
import { knowledgeCollections, knowledgeRepositories } from './knowledge/all.js';
import { reminderCollections, reminderRepositories } from './reminder/all.js';
import { TrainingPlans } from './plan/training-plan.repository.js';
import { trainingPlanCollection } from './plan/training-plan.schema.js';
import { TrainingSessions } from './session/training-session.repository.js';
import { trainingSessionCollection } from './session/training-session.schema.js';

/** Repositories, for the module. */
export const trainingRepositories = [
  TrainingPlans,
  TrainingSessions,
  ...effectRepositories,
  ...evaluationRepositories,
  ...examRepositories,
  ...feedbackRepositories,
  ...improvementRepositories,
  ...knowledgeRepositories,
  ...reminderRepositories,
];

/** Collections of the department. */
export const trainingCollections = [
  trainingPlanCollection,
  trainingSessionCollection,
  ...effectCollections,
  ...evaluationCollections,
  ...examCollections,
  ...feedbackCollections,
  ...improvementCollections,
  ...knowledgeCollections,
  ...reminderCollections,
];
