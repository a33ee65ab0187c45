import { planResolvers, planEntities } from './plan/all.js';
import { sessionResolvers, sessionEntities } from './session/all.js';

/** Resolvers of the subgraph. */
export const trainingResolvers = [...planResolvers, ...sessionResolvers];

/** Entities that other departments refer to. */
export const trainingLoaders = [...planEntities, ...sessionEntities];
