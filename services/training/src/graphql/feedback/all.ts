import { TrainingFeedbackResolver } from './training-feedback.resolver.js';

export const feedbackResolvers = [TrainingFeedbackResolver];
