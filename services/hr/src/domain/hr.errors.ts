import type { RefusalCatalogue } from '@weilend/kernel';
import { appraisalErrors } from './appraisal/appraisal.errors.js';
import { bonusErrors } from './bonus/bonus.errors.js';
import { employeeErrors } from './employee/employee.errors.js';
import { signInErrors } from './sign-in/sign-in.errors.js';

/** Every code that the hr department can refuse with. */
export const hrErrors = { ...appraisalErrors, ...bonusErrors, ...employeeErrors, ...signInErrors } as const satisfies RefusalCatalogue;
