import { appraisalActs } from './appraisal/all.js';
import { bonusActs } from './bonus/all.js';
import { employeeActs } from './employee/all.js';
import { signInActs } from './sign-in/all.js';

/** What hr can do. */
export const hrUseCases = [...appraisalActs, ...bonusActs, ...employeeActs, ...signInActs];
