import { CommitteeAbsenceResolver, CommitteeConflictResolver } from './absence.resolver.js';
import { CommitteeMemberResolver, CommitteePolicyResolver } from './committee.resolver.js';

export const committeeResolvers = [CommitteePolicyResolver, CommitteeMemberResolver, CommitteeAbsenceResolver, CommitteeConflictResolver];
