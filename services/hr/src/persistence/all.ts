import { appraisalRecords, appraisalCollections } from './appraisal/all.js';
import { bonusRecords, bonusCollections } from './bonus/all.js';
import { employeeRecords, employeeCollections } from './employee/all.js';
import { signInRecords, signInCollections } from './sign-in/all.js';

/** Repositories, for the module. */
export const hrRepositories = [...appraisalRecords, ...bonusRecords, ...employeeRecords, ...signInRecords];

/** Collections of the department. */
export const hrCollections = [...appraisalCollections, ...bonusCollections, ...employeeCollections, ...signInCollections];
