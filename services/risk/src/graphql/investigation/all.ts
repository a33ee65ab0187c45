import { ConflictResolver } from './conflict.resolver.js';
import { DeskResolver, RiskDeskResolver } from './desk.resolver.js';
import { InformationReplyResolver, InformationRequestResolver } from './information-request.resolver.js';
import {
  BureauInquiryLoader,
  DecisionsOfApplication,
  InquiriesOfInvestigation,
  InvestigationLoader,
  InvestigationsOfApplication,
  RoundsOfApplication,
} from './investigation.loader.js';
import { InvestigationFieldsResolver, InvestigationResolver } from './investigation.resolver.js';
import { LoanApplicationResolver } from './loan-application.resolver.js';
import {
  InvestigationPlanResolver,
  PairAssignmentResolver,
  PairFieldsResolver,
  PairProposalResolver,
  PairResolver,
  RankedCandidateResolver,
} from './pair.resolver.js';

export const investigationResolvers = [
  InvestigationResolver,
  InvestigationFieldsResolver,
  InformationRequestResolver,
  InformationReplyResolver,
  LoanApplicationResolver,
  ConflictResolver,
  DeskResolver,
  RiskDeskResolver,
  PairResolver,
  PairFieldsResolver,
  PairAssignmentResolver,
  PairProposalResolver,
  RankedCandidateResolver,
  InvestigationPlanResolver,
];

export const investigationEntities = [InvestigationLoader, BureauInquiryLoader];

export const investigationLists = [InvestigationsOfApplication, RoundsOfApplication, InquiriesOfInvestigation, DecisionsOfApplication];
