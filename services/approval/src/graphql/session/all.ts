import { CommitteeSessionResolver } from './committee-session.resolver.js';

export const sessionResolvers = [CommitteeSessionResolver];
