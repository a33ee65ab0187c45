import { appraisalActs } from './appraisal/all.js';
import { bonusActs } from './bonus/all.js';
import { careerActs } from './career/all.js';
import { DueWork } from './due-work.js';
import { employeeActs } from './employee/all.js';
import { honourActs } from './honour/all.js';
import { indicatorActs } from './indicator/all.js';
import { promotionActs } from './promotion/all.js';
import { signInActs } from './sign-in/all.js';

/** What hr can do. */
export const hrUseCases = [
  ...appraisalActs,
  ...bonusActs,
  ...careerActs,
  DueWork,
  ...employeeActs,
  ...honourActs,
  ...indicatorActs,
  ...promotionActs,
  ...signInActs,
];
