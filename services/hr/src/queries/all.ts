import { AppraisalQueries } from './appraisal/appraisal.queries.js';
import { bonusQuestions } from './bonus/all.js';
import { EmployeeQueries } from './employee/employee.queries.js';
import { LeaveQueries } from './employee/leave.queries.js';
import { SignInQueries } from './sign-in/sign-in.queries.js';

/** The read side of hr. */
export const hrQueries = [EmployeeQueries, AppraisalQueries, ...bonusQuestions, LeaveQueries, SignInQueries];
