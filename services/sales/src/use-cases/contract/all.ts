import { AcknowledgeContractAmendment } from './acknowledge-contract-amendment.use-case.js';
import { AcknowledgeCostSheet } from './acknowledge-cost-sheet.use-case.js';
import { AmendmentDesk } from './amendment-desk.js';
import { ApproveContractTemplate } from './approve-contract-template.use-case.js';
import { AttachRecording } from './attach-recording.use-case.js';
import { ClauseSource } from './clause-source.js';
import { ContractDesk } from './contract-desk.js';
import { ContractRules } from './contract-rules.js';
import { ContractText } from './contract-text.js';
import { DeleteRecording } from './delete-recording.use-case.js';
import { DraftAnnouncement } from './draft-announcement.js';
import { DraftContract } from './draft-contract.use-case.js';
import { ExpireDrafts } from './expire-drafts.use-case.js';
import { NoteContractReview } from './note-contract-review.use-case.js';
import { OpenAmendment } from './open-amendment.use-case.js';
import { PaymentOrder } from './payment-order.js';
import { ProposeContractTemplate } from './propose-contract-template.use-case.js';
import { ReceiveCostSheet } from './receive-cost-sheet.use-case.js';
import { RecordExplanation } from './record-explanation.use-case.js';
import { RefuseContractTemplate } from './refuse-contract-template.use-case.js';
import { RepeatPaymentOrder } from './repeat-payment-order.use-case.js';
import { SignContractAmendment } from './sign-contract-amendment.use-case.js';
import { SignContract, SigningAnnouncement } from './sign-contract.use-case.js';

/** What is done with a contract. */
export const contractActs = [
  DraftContract,
  DraftAnnouncement,
  NoteContractReview,
  ReceiveCostSheet,
  AcknowledgeCostSheet,
  RecordExplanation,
  AttachRecording,
  DeleteRecording,
  SignContract,
  RepeatPaymentOrder,
  ContractDesk,
  ClauseSource,
  ContractRules,
  ContractText,
  ProposeContractTemplate,
  ApproveContractTemplate,
  RefuseContractTemplate,
  ExpireDrafts,
  OpenAmendment,
  AcknowledgeContractAmendment,
  SignContractAmendment,
  AmendmentDesk,
  PaymentOrder,
  SigningAnnouncement,
];
