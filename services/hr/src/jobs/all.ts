import { CarryAppraisalsOn } from './carry-appraisals-on.processor.js';
import { FirstAdministrator } from './first-administrator.processor.js';

/** What hr does by itself. */
export const hrJobs = [FirstAdministrator, CarryAppraisalsOn];
