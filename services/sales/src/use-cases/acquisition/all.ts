import { AmendCampaign } from './amend-campaign.use-case.js';
import { AssignLeads } from './assign-leads.use-case.js';
import { BarReferrer } from './bar-referrer.use-case.js';
import { CancelActivity } from './cancel-activity.use-case.js';
import { CloseCampaign } from './close-campaign.use-case.js';
import { ConvertLead } from './convert-lead.use-case.js';
import { CorrectActivityCost } from './correct-activity-cost.use-case.js';
import { CreateCampaign } from './create-campaign.use-case.js';
import { HoldActivity } from './hold-activity.use-case.js';
import { LeadAssigner } from './lead-assigner.js';
import { LeadDeadlines } from './lead-deadlines.js';
import { LeadDuplicates } from './lead-duplicates.js';
import { LeadHandover } from './lead-handover.js';
import { LeadMilestones } from './lead-milestones.js';
import { LeadSources } from './lead-sources.js';
import { ReassignLead } from './reassign-lead.use-case.js';
import { ReassignLeads } from './reassign-leads.use-case.js';
import { RecordLeadContact } from './record-lead-contact.use-case.js';
import { RecountLeads } from './recount-leads.use-case.js';
import { RedeemReferral } from './redeem-referral.use-case.js';
import { ReferralLedger } from './referral-ledger.js';
import { RenewPartner } from './renew-partner.use-case.js';
import { ReopenLead } from './reopen-lead.use-case.js';
import { RevealContact } from './reveal-contact.use-case.js';
import { SetSalesArea } from './set-sales-area.use-case.js';

/** What is done to bring prospects and to turn them into customers, and what these acts share. */
export const acquisitionActs = [
  CreateCampaign,
  AmendCampaign,
  CloseCampaign,
  HoldActivity,
  CancelActivity,
  CorrectActivityCost,
  RenewPartner,
  AssignLeads,
  ReassignLead,
  ReassignLeads,
  RecordLeadContact,
  ConvertLead,
  ReopenLead,
  RevealContact,
  RecountLeads,
  SetSalesArea,
  RedeemReferral,
  BarReferrer,
  LeadSources,
  LeadDuplicates,
  LeadAssigner,
  LeadDeadlines,
  LeadHandover,
  LeadMilestones,
  ReferralLedger,
];
