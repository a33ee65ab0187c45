import { GiveTrainingFeedback } from './give-training-feedback.use-case.js';

export const feedbackActs = [GiveTrainingFeedback];
