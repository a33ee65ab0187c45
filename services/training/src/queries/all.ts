import { CertificateQueries } from './certificate/certificate.queries.js';
import { TrainingCourseQueries } from './course/training-course.queries.js';
import { TrainingPlanQueries } from './plan/training-plan.queries.js';
import { sessionQueries } from './session/all.js';

/** The read side of training. */
export const trainingQueries = [TrainingPlanQueries, TrainingCourseQueries, ...sessionQueries, CertificateQueries];
