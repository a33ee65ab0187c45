import { EnquiryActsResolver } from './enquiry-acts.resolver.js';
import { LeadLoader, EnquiryLoader, ProposalLoader, PartnerLoader, ActivityLoader, ProposalsOfEnquiry } from './enquiry.loader.js';
import { EnquiryResolver, ProposalResolver } from './enquiry.resolver.js';
import { LeadActsResolver } from './lead-acts.resolver.js';
import { SourceListResolver, LeadResolver } from './lead.resolver.js';
import { SourceResolver } from './source.resolver.js';

export const enquiryResolvers = [
  SourceResolver,
  SourceListResolver,
  LeadResolver,
  LeadActsResolver,
  EnquiryResolver,
  EnquiryActsResolver,
  ProposalResolver,
];
export const enquiryEntities = [LeadLoader, EnquiryLoader, ProposalLoader];
export const enquiryLists = [PartnerLoader, ActivityLoader, ProposalsOfEnquiry];
