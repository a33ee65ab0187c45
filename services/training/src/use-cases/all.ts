import { effectActs } from './effect/all.js';
import { evaluationActs } from './evaluation/all.js';
import { examActs } from './exam/all.js';
import { feedbackActs } from './feedback/all.js';
import { improvementActs } from './improvement/all.js';
import { knowledgeActs } from './knowledge/all.js';
import { reminderActs } from './reminder/all.js';
import { planActs } from './plan/all.js';
import { sessionActs } from './session/all.js';

/** What training can do. */
export const trainingUseCases = [
  ...planActs,
  ...sessionActs,
  ...effectActs,
  ...evaluationActs,
  ...examActs,
  ...feedbackActs,
  ...improvementActs,
  ...knowledgeActs,
  ...reminderActs,
];
