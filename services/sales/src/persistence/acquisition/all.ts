import { Leads } from './lead.repository.js';
import { leadCollection } from './lead.schema.js';
import { ReferralBars, ReferralCredits } from './referral.repository.js';
import { referralBarCollection, referralCollection } from './referral.schema.js';
import { Activities, Campaigns, LeadTurns, Partners, SalesAreas } from './source.repository.js';
import { activityCollection, areaCollection, campaignCollection, partnerCollection, turnCollection } from './source.schema.js';

export const acquisitionCollections = [
  campaignCollection,
  activityCollection,
  partnerCollection,
  leadCollection,
  areaCollection,
  turnCollection,
  referralCollection,
  referralBarCollection,
];

export const acquisitionRepositories = [Campaigns, Activities, Partners, Leads, SalesAreas, LeadTurns, ReferralCredits, ReferralBars];
