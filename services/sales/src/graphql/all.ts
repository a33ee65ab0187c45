import { afterLoanResolvers } from './after-loan/all.js';
import { applicationEntities, applicationLists, applicationResolvers } from './application/all.js';
import { contractEntities, contractLists, contractResolvers } from './contract/all.js';
import { customerEntities, customerLists, customerResolvers } from './customer/all.js';
import { enquiryEntities, enquiryLists, enquiryResolvers } from './enquiry/all.js';
import { importLists, importResolvers } from './import/all.js';

/** The graph of sales, for the module: what answers, what is looked up by id from anywhere, and what only our own fields use. */
export const resolvers = [
  ...customerResolvers,
  ...enquiryResolvers,
  ...applicationResolvers,
  ...contractResolvers,
  ...afterLoanResolvers,
  ...importResolvers,
];

export const entityLoaders = [...customerEntities, ...enquiryEntities, ...applicationEntities, ...contractEntities];

export const listLoaders = [...customerLists, ...enquiryLists, ...applicationLists, ...contractLists, ...importLists];
