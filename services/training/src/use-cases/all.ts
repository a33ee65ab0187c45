import { certificateActs } from './certificate/all.js';
import { courseActs } from './course/all.js';
import { effectActs } from './effect/all.js';
import { evaluationActs } from './evaluation/all.js';
import { examActs } from './exam/all.js';
import { feedbackActs } from './feedback/all.js';
import { improvementActs } from './improvement/all.js';
import { knowledgeActs } from './knowledge/all.js';
import { noticeActs } from './notice/all.js';
import { planActs } from './plan/all.js';
import { reminderActs } from './reminder/all.js';
import { sessionActs } from './session/all.js';

/** What training can do. */
export const trainingUseCases = [
  ...planActs,
  ...courseActs,
  ...sessionActs,
  ...certificateActs,
  ...effectActs,
  ...evaluationActs,
  ...examActs,
  ...feedbackActs,
  ...improvementActs,
  ...knowledgeActs,
  ...reminderActs,
  ...noticeActs,
];
