import { NominationListsResolver, TrainingRequestResolver } from './nomination-lists.resolver.js';
import { NominationLoader, TrainingRequestLoader } from './nomination.loader.js';
import { NominationResolver } from './nomination.resolver.js';
import { SessionChangesResolver } from './session-changes.resolver.js';
import { SessionListsResolver } from './session-lists.resolver.js';
import { TrainingSessionLoader } from './training-session.loader.js';
import { TrainingSessionResolver, TrainingSessionMutationsResolver } from './training-session.resolver.js';

export const sessionResolvers = [
  ...[TrainingSessionResolver, TrainingSessionMutationsResolver, SessionChangesResolver, SessionListsResolver],
  ...[NominationResolver, NominationListsResolver, TrainingRequestResolver],
];

export const sessionEntities = [TrainingSessionLoader, NominationLoader, TrainingRequestLoader];
