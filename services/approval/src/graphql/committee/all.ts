import { CommitteeMemberResolver, CommitteePolicyResolver } from './committee.resolver.js';

export const committeeResolvers = [CommitteePolicyResolver, CommitteeMemberResolver];
