import { certificateCollections, certificateRepositories } from './certificate/all.js';
import { courseCollections, courseRepositories } from './course/all.js';
import { effectCollections, effectRepositories } from './effect/all.js';
import { evaluationCollections, evaluationRepositories } from './evaluation/all.js';
import { examCollections, examRepositories } from './exam/all.js';
import { feedbackCollections, feedbackRepositories } from './feedback/all.js';
import { improvementCollections, improvementRepositories } from './improvement/all.js';
import { knowledgeCollections, knowledgeRepositories } from './knowledge/all.js';
import { noticeCollections, noticeRepositories } from './notice/all.js';
import { planCollections, planRepositories } from './plan/all.js';
import { reminderCollections, reminderRepositories } from './reminder/all.js';
import { sessionCollections, sessionRepositories } from './session/all.js';

/** Repositories, for the module. */
export const trainingRepositories = [
  ...certificateRepositories,
  ...courseRepositories,
  ...effectRepositories,
  ...evaluationRepositories,
  ...examRepositories,
  ...feedbackRepositories,
  ...improvementRepositories,
  ...knowledgeRepositories,
  ...noticeRepositories,
  ...planRepositories,
  ...reminderRepositories,
  ...sessionRepositories,
];

/** Collections of the department. */
export const trainingCollections = [
  ...certificateCollections,
  ...courseCollections,
  ...effectCollections,
  ...evaluationCollections,
  ...examCollections,
  ...feedbackCollections,
  ...improvementCollections,
  ...knowledgeCollections,
  ...noticeCollections,
  ...planCollections,
  ...reminderCollections,
  ...sessionCollections,
];
