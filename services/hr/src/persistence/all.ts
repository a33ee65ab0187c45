import { appraisalRecords, appraisalCollections } from './appraisal/all.js';
import { bonusRecords, bonusCollections } from './bonus/all.js';
import { careerCollections, careerRecords } from './career/all.js';
import { employeeRecords, employeeCollections } from './employee/all.js';
import { honourCollections, honourRecords } from './honour/all.js';
import { indicatorRecords, indicatorCollections } from './indicator/all.js';
import { promotionCollections, promotionRecords } from './promotion/all.js';
import { signInRecords, signInCollections } from './sign-in/all.js';

/** Repositories, for the module. */
export const hrRepositories = [
  ...appraisalRecords,
  ...bonusRecords,
  ...careerRecords,
  ...employeeRecords,
  ...honourRecords,
  ...indicatorRecords,
  ...promotionRecords,
  ...signInRecords,
];

/** Collections of the department. */
export const hrCollections = [
  ...appraisalCollections,
  ...bonusCollections,
  ...careerCollections,
  ...employeeCollections,
  ...honourCollections,
  ...indicatorCollections,
  ...promotionCollections,
  ...signInCollections,
];
