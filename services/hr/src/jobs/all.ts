import { FirstAdministrator } from './first-administrator.processor.js';

/** What hr does by itself. */
export const hrJobs = [FirstAdministrator];
