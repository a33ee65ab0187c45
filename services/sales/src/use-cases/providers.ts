import { Applications } from '../persistence/application.repository.js';
import { Contracts, ReturnVisits } from '../persistence/contract.repository.js';
import { Customers } from '../persistence/customer.repository.js';
import { Activities, Enquiries, Leads, Partners, Products, Proposals } from '../persistence/enquiry.repository.js';
import { InspectionFollowUp } from './after-loan/inspection-follow-up.js';
import { NoteWarningOutcome } from './after-loan/note-warning-outcome.use-case.js';
import { OpenLoanCare } from './after-loan/open-loan-care.use-case.js';
import { InspectionAnnouncement, RecordInspection } from './after-loan/record-inspection.use-case.js';
import { RecordReturnVisit } from './after-loan/record-return-visit.use-case.js';
import { ReportWarning } from './after-loan/report-warning.use-case.js';
import { WarningDesk } from './after-loan/warning-desk.js';
import { AmendApplication } from './application/amend-application.use-case.js';
import { AnswerInformationRequest } from './application/answer-information-request.use-case.js';
import { ApplicationDesk } from './application/application-desk.js';
import { AttachDocument } from './application/attach-document.use-case.js';
import { CreateApplication } from './application/create-application.use-case.js';
import { InformingTasks } from './application/informing-tasks.js';
import { JudgeDocument } from './application/judge-document.use-case.js';
import { PassFirstCheck } from './application/pass-first-check.use-case.js';
import { ReceiveQuestion } from './application/receive-question.use-case.js';
import { ReceiveReturns } from './application/receive-returns.use-case.js';
import { ReceiveWork } from './application/receive-work.use-case.js';
import { RecordConditionEvidence } from './application/record-condition-evidence.use-case.js';
import { RecordCustomerInformed } from './application/record-customer-informed.use-case.js';
import { RecordFacts } from './application/record-facts.use-case.js';
import { ReportFalsification } from './application/report-falsification.use-case.js';
import { ReturnApplication } from './application/return-application.use-case.js';
import { StartCheck } from './application/start-check.use-case.js';
import { SubmitApplication } from './application/submit-application.use-case.js';
import { SubmitGateFacts } from './application/submit-gate-facts.js';
import { WithdrawApplication } from './application/withdraw-application.use-case.js';
import { AcknowledgeCostSheet } from './contract/acknowledge-cost-sheet.use-case.js';
import { AttachRecording } from './contract/attach-recording.use-case.js';
import { ClauseSource } from './contract/clause-source.js';
import { ContractDesk } from './contract/contract-desk.js';
import { DraftContract } from './contract/draft-contract.use-case.js';
import { PaymentOrder } from './contract/payment-order.js';
import { ReceiveCostSheet } from './contract/receive-cost-sheet.use-case.js';
import { RecordExplanation } from './contract/record-explanation.use-case.js';
import { RepeatPaymentOrder } from './contract/repeat-payment-order.use-case.js';
import { SignContract, SigningAnnouncement } from './contract/sign-contract.use-case.js';
import { CorrectCustomer } from './customer/correct-customer.use-case.js';
import { CustomerDesk } from './customer/customer-desk.js';
import { GradeCustomer } from './customer/grade-customer.use-case.js';
import { PortfolioDesk } from './customer/portfolio-desk.js';
import { RecordConsent } from './customer/record-consent.use-case.js';
import { RegisterCustomer } from './customer/register-customer.use-case.js';
import { RevealCustomer } from './customer/reveal-customer.use-case.js';
import { TransferCustomer } from './customer/transfer-customer.use-case.js';
import { TransferPortfolio } from './customer/transfer-portfolio.use-case.js';
import { UpdateCustomerProfile } from './customer/update-customer-profile.use-case.js';
import { AddPartner } from './enquiry/add-partner.use-case.js';
import { CreateActivity } from './enquiry/create-activity.use-case.js';
import { CreateLead } from './enquiry/create-lead.use-case.js';
import { CreateProposal } from './enquiry/create-proposal.use-case.js';
import { EndPartner } from './enquiry/end-partner.use-case.js';
import { LoseLead } from './enquiry/lose-lead.use-case.js';
import { OpenEnquiry } from './enquiry/open-enquiry.use-case.js';
import { RecordProduct } from './enquiry/record-product.use-case.js';
import { RespondToEnquiry } from './enquiry/respond-to-enquiry.use-case.js';
import { RequestDownload } from './files/request-download.use-case.js';
import { RequestUpload } from './files/request-upload.use-case.js';
import { WorkingDeadlines } from './working-deadlines.js';

const repositories = [Customers, Products, Activities, Partners, Leads, Enquiries, Proposals, Applications, Contracts, ReturnVisits];

const shared = [
  ...[WorkingDeadlines, CustomerDesk, ApplicationDesk, ContractDesk, SubmitGateFacts, InformingTasks, ClauseSource, PaymentOrder],
  ...[SigningAnnouncement, InspectionAnnouncement, InspectionFollowUp, WarningDesk, PortfolioDesk],
];

const customerActs = [
  RegisterCustomer,
  UpdateCustomerProfile,
  RecordConsent,
  CorrectCustomer,
  GradeCustomer,
  TransferCustomer,
  TransferPortfolio,
  RevealCustomer,
];
const enquiryActs = [
  CreateActivity,
  AddPartner,
  EndPartner,
  CreateLead,
  LoseLead,
  OpenEnquiry,
  RespondToEnquiry,
  CreateProposal,
  RecordProduct,
];
const applicationActs = [
  ...[CreateApplication, AmendApplication, AttachDocument, JudgeDocument, SubmitApplication, StartCheck, ReturnApplication, PassFirstCheck],
  ...[WithdrawApplication, RecordConditionEvidence, RecordCustomerInformed, ReportFalsification, RecordFacts, ReceiveReturns, ReceiveWork],
  ...[ReceiveQuestion, AnswerInformationRequest],
];
const contractActs = [
  ...[DraftContract, ReceiveCostSheet, AcknowledgeCostSheet, RecordExplanation, AttachRecording, SignContract, RepeatPaymentOrder],
];
const afterLoanActs = [OpenLoanCare, RecordInspection, RecordReturnVisit, ReportWarning, NoteWarningOutcome];

/** Repositories, use cases and what use cases share, for the module. */
export const salesProviders = [
  ...[...repositories, ...shared, ...customerActs, ...enquiryActs, ...applicationActs, ...contractActs, ...afterLoanActs],
  ...[RequestUpload, RequestDownload],
];
