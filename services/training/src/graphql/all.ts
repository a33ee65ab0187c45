import { certificateEntities, certificateResolvers } from './certificate/all.js';
import { courseEntities, courseResolvers } from './course/all.js';
import { planResolvers, planEntities } from './plan/all.js';
import { sessionResolvers, sessionEntities } from './session/all.js';

/** Resolvers of the subgraph. */
export const trainingResolvers = [...planResolvers, ...courseResolvers, ...sessionResolvers, ...certificateResolvers];

/** Entities that other departments refer to. */
export const trainingLoaders = [...planEntities, ...courseEntities, ...sessionEntities, ...certificateEntities];
