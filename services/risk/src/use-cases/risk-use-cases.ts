import { AcknowledgeAlert } from './acknowledge-alert/acknowledge-alert.use-case.js';
import { AskBureau } from './ask-bureau/ask-bureau.use-case.js';
import { AssignAlertTracker } from './assign-alert-tracker/assign-alert-tracker.use-case.js';
import { AssignInvestigators } from './assign-investigators/assign-investigators.use-case.js';
import { FinaliseRiskReport } from './finalise-risk-report/finalise-risk-report.use-case.js';
import { ReportRecords } from './finalise-risk-report/report-records.js';
import { GiveRiskOpinion } from './give-risk-opinion/give-risk-opinion.use-case.js';
import { InquireBureau, InquiryRecords } from './inquire-bureau/inquire-bureau.use-case.js';
import { InquirySignal } from './inquire-bureau/inquiry-signal.js';
import { NoteApproval } from './note-approval/note-approval.use-case.js';
import { NoteFinance } from './note-finance/note-finance.use-case.js';
import { NoteReply } from './note-reply/note-reply.use-case.js';
import { OpenAlert } from './open-alert/open-alert.use-case.js';
import { OpenInvestigation } from './open-investigation/open-investigation.use-case.js';
import { RecordDataAnalysis } from './record-data-analysis/record-data-analysis.use-case.js';
import { RecordMeasure } from './record-measure/record-measure.use-case.js';
import { RecordPhoneVerification } from './record-phone-verification/record-phone-verification.use-case.js';
import { RecordSiteVisit } from './record-site-visit/record-site-visit.use-case.js';
import { ReportRisk } from './report-risk/report-risk.use-case.js';
import { RequestInformation } from './request-information/request-information.use-case.js';
import { RequestSitePhoto } from './request-site-photo/request-site-photo.use-case.js';
import { ReturnInvestigation } from './return-investigation/return-investigation.use-case.js';
import { RevealBureauReport } from './reveal-bureau-report/reveal-bureau-report.use-case.js';
import { RevealSitePhoto } from './reveal-site-photo/reveal-site-photo.use-case.js';
import { WaiveCheck } from './waive-check/waive-check.use-case.js';
import { WithdrawApplication } from './withdraw-application/withdraw-application.use-case.js';

/** What risk can do. */
export const riskUseCases = [
  AcknowledgeAlert,
  AskBureau,
  AssignAlertTracker,
  AssignInvestigators,
  FinaliseRiskReport,
  GiveRiskOpinion,
  ReportRecords,
  InquiryRecords,
  InquireBureau,
  InquirySignal,
  NoteApproval,
  NoteFinance,
  NoteReply,
  OpenAlert,
  OpenInvestigation,
  RecordDataAnalysis,
  RecordMeasure,
  RecordPhoneVerification,
  RecordSiteVisit,
  ReportRisk,
  RequestInformation,
  RequestSitePhoto,
  ReturnInvestigation,
  RevealBureauReport,
  RevealSitePhoto,
  WaiveCheck,
  WithdrawApplication,
];
