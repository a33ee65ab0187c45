import { repositories } from '../persistence/all.js';
import { acquisitionActs } from './acquisition/all.js';
import { afterLoanActs } from './after-loan/all.js';
import { applicationActs } from './application/all.js';
import { careActs } from './care/all.js';
import { contractActs } from './contract/all.js';
import { customerActs } from './customer/all.js';
import { enquiryActs } from './enquiry/all.js';
import { fileActs } from './files/all.js';
import { gradingActs } from './grading/all.js';
import { importActs } from './import/all.js';
import { reminderActs } from './reminder/all.js';
import { teamActs } from './team/all.js';
import { LateRecords } from './late-records.js';
import { WorkingDeadlines } from './working-deadlines.js';

/** Repositories, use cases and what use cases share, for the module. */
export const salesProviders = [
  ...repositories,
  ...customerActs,
  ...acquisitionActs,
  ...enquiryActs,
  ...applicationActs,
  ...contractActs,
  ...afterLoanActs,
  ...careActs,
  ...fileActs,
  ...teamActs,
  ...reminderActs,
  ...gradingActs,
  ...importActs,
  WorkingDeadlines,
  LateRecords,
];
