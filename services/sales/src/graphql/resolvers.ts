import { ApplicationCareResolver } from './application-care.resolver.js';
import { ApplicationFormResolver } from './application-form.resolver.js';
import { applicationPartResolvers } from './application-parts.resolver.js';
import { ApplicationListResolver, ApplicationResolver } from './application.resolver.js';
import { ContractDraftResolver } from './contract-draft.resolver.js';
import { ContractSigningResolver } from './contract-signing.resolver.js';
import { contractPartResolvers, ContractResolver } from './contract.resolver.js';
import { CustomerFileResolver } from './customer-file.resolver.js';
import { CustomerServiceResolver } from './customer-service.resolver.js';
import { CustomerCorrectionResolver, CustomerResolver } from './customer.resolver.js';
import { EnquiryActsResolver } from './enquiry-acts.resolver.js';
import { EnquiryResolver, ProposalResolver } from './enquiry.resolver.js';
import { FirstCheckResolver } from './first-check.resolver.js';
import { LeadActsResolver } from './lead-acts.resolver.js';
import { LeadResolver, SourceListResolver } from './lead.resolver.js';
import { LoanCareResolver } from './loan-care.resolver.js';
import { FileResolver, RevealResolver } from './personal-data.resolver.js';
import { PortfolioResolver } from './portfolio.resolver.js';
import { QuestionResolver } from './question.resolver.js';
import { SourceResolver } from './source.resolver.js';

/** The graph of sales. */
export const salesResolvers = [
  ...[CustomerResolver, CustomerCorrectionResolver, CustomerFileResolver, CustomerServiceResolver, RevealResolver, PortfolioResolver],
  ...[SourceResolver, SourceListResolver, LeadResolver, LeadActsResolver, EnquiryResolver, EnquiryActsResolver, ProposalResolver],
  ...[ApplicationListResolver, ApplicationResolver, ...applicationPartResolvers],
  ...[ApplicationFormResolver, FirstCheckResolver, ApplicationCareResolver, LoanCareResolver, QuestionResolver],
  ...[ContractResolver, ...contractPartResolvers, ContractDraftResolver, ContractSigningResolver],
  FileResolver,
];
