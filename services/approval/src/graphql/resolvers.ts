import {
  ApplicationApprovalResolver,
  ApprovalCaseResolver,
  ApprovalConditionResolver,
  CommitteeRecusalResolver,
  CommitteeVetoResolver,
  CommitteeVoteResolver,
  DecisionResolver,
  TermsProposalResolver,
} from './approval-case.resolver.js';
import { BallotResolver } from './ballot.resolver.js';
import { CommitteeMemberResolver, CommitteePolicyResolver } from './committee.resolver.js';
import { CommitteeSessionResolver } from './committee-session.resolver.js';
import { ConditionsResolver, TermsResolver } from './decision.resolver.js';
import { opinionResolvers } from './opinion.resolver.js';

/** Every resolver of the department, for the module. */
export const approvalResolvers = [
  ApprovalCaseResolver,
  DecisionResolver,
  ApplicationApprovalResolver,
  CommitteeVoteResolver,
  CommitteeRecusalResolver,
  CommitteeVetoResolver,
  TermsProposalResolver,
  ApprovalConditionResolver,
  BallotResolver,
  TermsResolver,
  ConditionsResolver,
  CommitteePolicyResolver,
  CommitteeMemberResolver,
  CommitteeSessionResolver,
  ...opinionResolvers,
];
