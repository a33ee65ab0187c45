import { appraisalResolvers, appraisalEntities, appraisalLists } from './appraisal/all.js';
import { bonusResolvers, bonusLists } from './bonus/all.js';
import { employeeResolvers, employeeEntities, employeeLists } from './employee/all.js';
import { signInResolvers } from './sign-in/all.js';

/** Resolvers of the subgraph. */
export const hrResolvers = [...appraisalResolvers, ...bonusResolvers, ...employeeResolvers, ...signInResolvers];

/** Entities that other departments refer to. */
export const hrLoaders = [...appraisalEntities, ...employeeEntities];

/** Lists by a foreign id, for the resolvers. */
export const hrListLoaders = [...appraisalLists, ...bonusLists, ...employeeLists];
