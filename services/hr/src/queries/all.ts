import { AppraisalQueries } from './appraisal/appraisal.queries.js';
import { CalibrationQueries } from './appraisal/calibration.queries.js';
import { IndicatorQueries } from './indicator/indicator.queries.js';
import { EmployeeQueries } from './employee/employee.queries.js';

/** The read side of hr. */
export const hrQueries = [EmployeeQueries, AppraisalQueries, CalibrationQueries, IndicatorQueries];
