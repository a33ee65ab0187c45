import { DraftTrainingPlan } from './draft-training-plan.use-case.js';
import { PublishTrainingPlan } from './publish-training-plan.use-case.js';

export const planActs = [DraftTrainingPlan, PublishTrainingPlan];
