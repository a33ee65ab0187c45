import { CalledSessionResolver, CommitteeInvitationResolver, CommitteeSessionResolver } from './committee-session.resolver.js';

export const sessionResolvers = [CommitteeSessionResolver, CalledSessionResolver, CommitteeInvitationResolver];
