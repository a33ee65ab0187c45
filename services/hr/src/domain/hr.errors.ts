import type { RefusalCatalogue } from '@weilend/kernel';
import { appraisalErrors } from './appraisal/appraisal.errors.js';
import { employeeErrors } from './employee/employee.errors.js';
import { indicatorErrors } from './indicator/indicator.errors.js';
import { signInErrors } from './sign-in/sign-in.errors.js';

/** Every code that the hr department can refuse with: to who hires and appraises, and to who is hired and appraised. */
export const hrErrors = { ...appraisalErrors, ...employeeErrors, ...indicatorErrors, ...signInErrors } as const satisfies RefusalCatalogue;
