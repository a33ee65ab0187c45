// Everything that training may refuse, with the rule that refuses it: people read the sentence, a front end reads the code, an auditor the rule.
import type { RefusalCatalogue } from '@weilend/kernel';
import { certificateErrors } from './certificate/certificate.errors.js';
import { courseErrors } from './course/course.errors.js';
import { evaluationErrors } from './evaluation/evaluation.errors.js';
import { examErrors } from './exam/exam.errors.js';
import { feedbackErrors } from './feedback/feedback.errors.js';
import { improvementErrors } from './improvement/improvement.errors.js';
import { knowledgeErrors } from './knowledge/knowledge.errors.js';
import { noticeErrors } from './notice/notice.errors.js';
import { planErrors } from './plan/plan.errors.js';
import { sessionErrors } from './session/session.errors.js';

/** Every code that the training department can refuse with. */
export const trainingErrors = {
  ...planErrors,
  ...courseErrors,
  ...sessionErrors,
  ...certificateErrors,
  ...examErrors,
  ...evaluationErrors,
  ...feedbackErrors,
  ...improvementErrors,
  ...knowledgeErrors,
  ...noticeErrors,
} as const satisfies RefusalCatalogue;
