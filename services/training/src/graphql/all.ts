import { certificateEntities, certificateResolvers } from './certificate/all.js';
import { courseEntities, courseResolvers } from './course/all.js';
import { effectResolvers } from './effect/all.js';
import { evaluationLists, evaluationResolvers } from './evaluation/all.js';
import { examLists, examResolvers } from './exam/all.js';
import { feedbackResolvers } from './feedback/all.js';
import { improvementLists, improvementResolvers } from './improvement/all.js';
import { knowledgeResolvers } from './knowledge/all.js';
import { noticeResolvers } from './notice/all.js';
import { planEntities, planResolvers } from './plan/all.js';
import { reminderResolvers } from './reminder/all.js';
import { sessionEntities, sessionResolvers } from './session/all.js';

/** Resolvers of the subgraph. */
export const trainingResolvers = [
  ...planResolvers,
  ...courseResolvers,
  ...sessionResolvers,
  ...certificateResolvers,
  ...effectResolvers,
  ...evaluationResolvers,
  ...examResolvers,
  ...feedbackResolvers,
  ...improvementResolvers,
  ...knowledgeResolvers,
  ...reminderResolvers,
  ...noticeResolvers,
];

/** Entities that other departments refer to. */
export const trainingLoaders = [...planEntities, ...courseEntities, ...sessionEntities, ...certificateEntities];

/** What only our own fields look up. */
export const trainingLists = [...evaluationLists, ...examLists, ...improvementLists];
