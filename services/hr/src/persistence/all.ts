import { appraisalRecords, appraisalCollections } from './appraisal/all.js';
import { employeeRecords, employeeCollections } from './employee/all.js';
import { indicatorRecords, indicatorCollections } from './indicator/all.js';
import { signInRecords, signInCollections } from './sign-in/all.js';

/** Repositories, for the module. */
export const hrRepositories = [...appraisalRecords, ...employeeRecords, ...indicatorRecords, ...signInRecords];

/** Collections of the department. */
export const hrCollections = [...appraisalCollections, ...employeeCollections, ...indicatorCollections, ...signInCollections];
