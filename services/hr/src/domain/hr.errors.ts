import type { RefusalCatalogue } from '@weilend/kernel';
import { appraisalErrors } from './appraisal/appraisal.errors.js';
import { bonusErrors } from './bonus/bonus.errors.js';
import { careerErrors } from './career/career.errors.js';
import { employeeErrors } from './employee/employee.errors.js';
import { honourErrors } from './honour/honour.errors.js';
import { indicatorErrors } from './indicator/indicator.errors.js';
import { promotionErrors } from './promotion/promotion.errors.js';
import { signInErrors } from './sign-in/sign-in.errors.js';
import { signatureErrors } from './signature/signature.errors.js';

/** Every code that the hr department can refuse with: to who hires and appraises, and to who is hired and appraised. */
export const hrErrors = {
  ...appraisalErrors,
  ...bonusErrors,
  ...careerErrors,
  ...employeeErrors,
  ...honourErrors,
  ...indicatorErrors,
  ...promotionErrors,
  ...signInErrors,
  ...signatureErrors,
} as const satisfies RefusalCatalogue;
