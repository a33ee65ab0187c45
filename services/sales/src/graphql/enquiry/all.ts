import { EnquiryActsResolver } from './enquiry-acts.resolver.js';
import { EnquiryLoader, ProposalLoader, ProposalsOfEnquiry } from './enquiry.loader.js';
import { EnquiryResolver, ProposalResolver } from './enquiry.resolver.js';

export const enquiryResolvers = [EnquiryResolver, EnquiryActsResolver, ProposalResolver];
export const enquiryEntities = [EnquiryLoader, ProposalLoader];
export const enquiryLists = [ProposalsOfEnquiry];
