import { appraisalActs } from './appraisal/all.js';
import { employeeActs } from './employee/all.js';
import { indicatorActs } from './indicator/all.js';
import { signInActs } from './sign-in/all.js';

/** What hr can do. */
export const hrUseCases = [...appraisalActs, ...employeeActs, ...indicatorActs, ...signInActs];
