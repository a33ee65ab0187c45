import { DisclosureResolver } from './disclosure.resolver.js';
import { EnquiryActsResolver } from './enquiry-acts.resolver.js';
import { EnquiryLoader } from './enquiry.loader.js';
import { EnquiryClosingResolver, EnquiryResolver } from './enquiry.resolver.js';
import { InteractionLoader } from './interaction.loader.js';
import { InteractionListResolver, InteractionResolver } from './interaction.resolver.js';
import { ProposalActsResolver } from './proposal-acts.resolver.js';
import { ProposalLoader, ProposalsOfEnquiry } from './proposal.loader.js';
import { proposalResolvers } from './proposal.resolver.js';
import { LateServiceResolver, ServiceTimeResolver } from './service-time.resolver.js';

export const enquiryResolvers = [
  EnquiryResolver,
  EnquiryClosingResolver,
  EnquiryActsResolver,
  ...proposalResolvers,
  ProposalActsResolver,
  DisclosureResolver,
  InteractionListResolver,
  InteractionResolver,
  ServiceTimeResolver,
  LateServiceResolver,
];
export const enquiryEntities = [EnquiryLoader, ProposalLoader, InteractionLoader];
export const enquiryLists = [ProposalsOfEnquiry];
