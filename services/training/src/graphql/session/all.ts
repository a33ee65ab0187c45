import { TrainingSessionLoader } from './training-session.loader.js';
import { TrainingSessionResolver, TrainingSessionMutationsResolver } from './training-session.resolver.js';

export const sessionResolvers = [TrainingSessionResolver, TrainingSessionMutationsResolver];

export const sessionEntities = [TrainingSessionLoader];
