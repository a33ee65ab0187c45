import type { RefusalCatalogue } from '@weilend/kernel';
import { certificateErrors } from './certificate/certificate.errors.js';
import { courseErrors } from './course/course.errors.js';
import { planErrors } from './plan/plan.errors.js';
import { sessionErrors } from './session/session.errors.js';

/** Every code that the training department can refuse with, so that people learn what is wrong with a plan, a course, a training or a certificate. */
export const trainingErrors = {
  ...planErrors,
  ...courseErrors,
  ...sessionErrors,
  ...certificateErrors,
} as const satisfies RefusalCatalogue;
