import { TrainingFeedbacks } from './training-feedback.repository.js';
import { trainingFeedbackCollection } from './training-feedback.schema.js';

export const feedbackRepositories = [TrainingFeedbacks];
export const feedbackCollections = [trainingFeedbackCollection];
