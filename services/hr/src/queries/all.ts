import { AppraisalQueries } from './appraisal/appraisal.queries.js';
import { bonusQuestions } from './bonus/all.js';
import { CareerQueries } from './career/career.queries.js';
import { CareerScope } from './career/career-scope.queries.js';
import { CalibrationQueries } from './appraisal/calibration.queries.js';
import { IndicatorQueries } from './indicator/indicator.queries.js';
import { EmployeeQueries } from './employee/employee.queries.js';
import { HonourPapers } from './honour/honour-papers.queries.js';
import { HonourQueries } from './honour/honour.queries.js';
import { LeaveQueries } from './employee/leave.queries.js';
import { PromotionQueries } from './promotion/promotion.queries.js';
import { SignInQueries } from './sign-in/sign-in.queries.js';

/** The read side of hr. */
export const hrQueries = [
  EmployeeQueries,
  AppraisalQueries,
  CalibrationQueries,
  IndicatorQueries,
  ...bonusQuestions,
  HonourPapers,
  LeaveQueries,
  SignInQueries,
  CareerScope,
  CareerQueries,
  PromotionQueries,
  HonourQueries,
];
