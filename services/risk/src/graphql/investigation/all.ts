import { InformationReplyResolver, InformationRequestResolver } from './information-request.resolver.js';
import {
  BureauInquiryLoader,
  DecisionsOfApplication,
  InquiriesOfInvestigation,
  InvestigationLoader,
  InvestigationsOfApplication,
} from './investigation.loader.js';
import { InvestigationFieldsResolver, InvestigationResolver } from './investigation.resolver.js';
import { LoanApplicationResolver } from './loan-application.resolver.js';

export const investigationResolvers = [
  InvestigationResolver,
  InvestigationFieldsResolver,
  InformationRequestResolver,
  InformationReplyResolver,
  LoanApplicationResolver,
];

export const investigationEntities = [InvestigationLoader, BureauInquiryLoader];

export const investigationLists = [InvestigationsOfApplication, InquiriesOfInvestigation, DecisionsOfApplication];
