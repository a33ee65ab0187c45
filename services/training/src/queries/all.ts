import { CertificateQueries } from './certificate/certificate.queries.js';
import { TrainingCourseQueries } from './course/training-course.queries.js';
import { TrainingEffectQueries } from './effect/training-effect.queries.js';
import { EvaluationQueries } from './evaluation/evaluation.queries.js';
import { ExamQueries } from './exam/exam.queries.js';
import { TrainingFeedbackQueries } from './feedback/training-feedback.queries.js';
import { ImprovementQueries } from './improvement/improvement.queries.js';
import { KnowledgeQueries } from './knowledge/knowledge.queries.js';
import { TrainingNoticeQueries } from './notice/training-notice.queries.js';
import { TrainingPlanQueries } from './plan/training-plan.queries.js';
import { TrainingReminderQueries } from './reminder/training-reminder.queries.js';
import { sessionQueries } from './session/all.js';

/** The read side of training. */
export const trainingQueries = [
  TrainingPlanQueries,
  TrainingCourseQueries,
  ...sessionQueries,
  CertificateQueries,
  ExamQueries,
  EvaluationQueries,
  TrainingFeedbackQueries,
  ImprovementQueries,
  TrainingEffectQueries,
  KnowledgeQueries,
  TrainingReminderQueries,
  TrainingNoticeQueries,
];
