import { appraisalResolvers, appraisalEntities, appraisalLists } from './appraisal/all.js';
import { bonusResolvers, bonusLists } from './bonus/all.js';
import { careerResolvers, careerEntities, careerLists } from './career/all.js';
import { employeeResolvers, employeeEntities, employeeLists } from './employee/all.js';
import { honourResolvers, honourEntities, honourLists } from './honour/all.js';
import { indicatorResolvers, indicatorLists } from './indicator/all.js';
import { promotionResolvers, promotionEntities } from './promotion/all.js';
import { signInResolvers } from './sign-in/all.js';

/** Resolvers of the subgraph. */
export const hrResolvers = [
  ...appraisalResolvers,
  ...bonusResolvers,
  ...careerResolvers,
  ...employeeResolvers,
  ...honourResolvers,
  ...indicatorResolvers,
  ...promotionResolvers,
  ...signInResolvers,
];

/** Entities that other departments refer to. */
export const hrLoaders = [...appraisalEntities, ...careerEntities, ...employeeEntities, ...honourEntities, ...promotionEntities];

/** Lists by a foreign id, for the resolvers. */
export const hrListLoaders = [...appraisalLists, ...bonusLists, ...careerLists, ...employeeLists, ...honourLists, ...indicatorLists];
