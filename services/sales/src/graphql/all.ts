import { acquisitionEntities, acquisitionLists, acquisitionResolvers } from './acquisition/all.js';
import { afterLoanLists, afterLoanResolvers } from './after-loan/all.js';
import { applicationEntities, applicationLists, applicationResolvers } from './application/all.js';
import { careLists, careResolvers } from './care/all.js';
import { contractEntities, contractLists, contractResolvers } from './contract/all.js';
import { customerEntities, customerLists, customerResolvers } from './customer/all.js';
import { dayLists, dayResolvers } from './day/all.js';
import { enquiryEntities, enquiryLists, enquiryResolvers } from './enquiry/all.js';
import { gradingResolvers } from './grading/all.js';
import { importLists, importResolvers } from './import/all.js';
import { reminderResolvers } from './reminder/all.js';
import { searchResolvers } from './search/all.js';
import { teamLists, teamResolvers } from './team/all.js';

/** The graph of sales, for the module: what answers, what is looked up by id from anywhere, and what only our own fields use. */
export const resolvers = [
  ...customerResolvers,
  ...acquisitionResolvers,
  ...enquiryResolvers,
  ...applicationResolvers,
  ...contractResolvers,
  ...afterLoanResolvers,
  ...teamResolvers,
  ...reminderResolvers,
  ...dayResolvers,
  ...gradingResolvers,
  ...searchResolvers,
  ...careResolvers,
  ...importResolvers,
];

export const entityLoaders = [...customerEntities, ...acquisitionEntities, ...enquiryEntities, ...applicationEntities, ...contractEntities];

export const listLoaders = [
  ...customerLists,
  ...enquiryLists,
  ...applicationLists,
  ...contractLists,
  ...teamLists,
  ...acquisitionLists,
  ...careLists,
  ...afterLoanLists,
  ...importLists,
  ...dayLists,
];
