import { appraisalResolvers, appraisalEntities, appraisalLists } from './appraisal/all.js';
import { employeeResolvers, employeeEntities } from './employee/all.js';
import { indicatorResolvers, indicatorLists } from './indicator/all.js';
import { signInResolvers } from './sign-in/all.js';

/** Resolvers of the subgraph. */
export const hrResolvers = [...appraisalResolvers, ...employeeResolvers, ...indicatorResolvers, ...signInResolvers];

/** Entities that other departments refer to. */
export const hrLoaders = [...appraisalEntities, ...employeeEntities];

/** Lists by a foreign id, for the resolvers. */
export const hrListLoaders = [...appraisalLists, ...indicatorLists];
