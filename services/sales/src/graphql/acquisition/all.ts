import {
  ActivityFigures,
  ActivityLoader,
  CampaignFigures,
  CampaignLoader,
  LeadLoader,
  PartnerLoader,
  ReferralCreditLoader,
} from './acquisition.loader.js';
import { AreaActsResolver, CampaignActsResolver } from './campaign-acts.resolver.js';
import { FunnelResolver, FunnelRowResolver } from './funnel.resolver.js';
import { AssignmentActsResolver, LeadActsResolver, LeadOutcomeResolver } from './lead-acts.resolver.js';
import { LeadAssignmentResolver, LeadContactResolver, LeadResolver } from './lead.resolver.js';
import { ReferralActsResolver, ReferralResolver } from './referral.resolver.js';
import { ActivityActsResolver, PartnerActsResolver } from './source-acts.resolver.js';
import { ActivityResolver, CampaignResolver, SalesAreaResolver, SourceListResolver } from './source.resolver.js';

export const acquisitionResolvers = [
  SourceListResolver,
  ActivityResolver,
  CampaignResolver,
  SalesAreaResolver,
  ActivityActsResolver,
  CampaignActsResolver,
  AreaActsResolver,
  PartnerActsResolver,
  LeadResolver,
  LeadContactResolver,
  LeadAssignmentResolver,
  LeadActsResolver,
  AssignmentActsResolver,
  LeadOutcomeResolver,
  ReferralResolver,
  ReferralActsResolver,
  FunnelResolver,
  FunnelRowResolver,
];
export const acquisitionEntities = [LeadLoader];
export const acquisitionLists = [PartnerLoader, ActivityLoader, CampaignLoader, ReferralCreditLoader, ActivityFigures, CampaignFigures];
