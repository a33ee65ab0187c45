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
import { CirculationResolver } from './circulation.resolver.js';

export const caseResolvers = [
  ApprovalCaseResolver,
  DecisionResolver,
  ApplicationApprovalResolver,
  CommitteeVoteResolver,
  CommitteeRecusalResolver,
  CommitteeVetoResolver,
  TermsProposalResolver,
  ApprovalConditionResolver,
  BallotResolver,
  CirculationResolver,
];
