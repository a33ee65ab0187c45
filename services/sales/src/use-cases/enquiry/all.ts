import { AddPartner } from './add-partner.use-case.js';
import { AnswerProposal } from './answer-proposal.use-case.js';
import { CloseEnquiry } from './close-enquiry.use-case.js';
import { ConfirmDisclosure } from './confirm-disclosure.use-case.js';
import { CreateActivity } from './create-activity.use-case.js';
import { CreateLead } from './create-lead.use-case.js';
import { CreateProposal } from './create-proposal.use-case.js';
import { Disclosures } from './disclosures.js';
import { EndPartner } from './end-partner.use-case.js';
import { EnquiryDesk } from './enquiry-desk.js';
import { ExpireProposals } from './expire-proposals.use-case.js';
import { LoseLead } from './lose-lead.use-case.js';
import { OpenEnquiry } from './open-enquiry.use-case.js';
import { ProposalDesk } from './proposal-desk.js';
import { RecordInteraction } from './record-interaction.use-case.js';
import { RecordProduct } from './record-product.use-case.js';
import { RespondToEnquiry } from './respond-to-enquiry.use-case.js';

/** What is done from a lead to a proposal. */
export const enquiryActs = [
  CreateActivity,
  AddPartner,
  EndPartner,
  CreateLead,
  LoseLead,
  OpenEnquiry,
  RespondToEnquiry,
  CreateProposal,
  RecordProduct,
  AnswerProposal,
  CloseEnquiry,
  ConfirmDisclosure,
  RecordInteraction,
  ExpireProposals,
  Disclosures,
  EnquiryDesk,
  ProposalDesk,
];
