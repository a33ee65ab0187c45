import type { RefusalCatalogue } from '@weilend/kernel';
import { appraisalErrors } from './appraisal/appraisal.errors.js';
import { employeeErrors } from './employee/employee.errors.js';
import { signInErrors } from './sign-in/sign-in.errors.js';

// Everything that hr refuses: appointments, sign-ins and appraisals, each part with its own list of codes and sentences.

/** Every code that the hr department can refuse with. */
export const hrErrors = { ...appraisalErrors, ...employeeErrors, ...signInErrors } as const satisfies RefusalCatalogue;
