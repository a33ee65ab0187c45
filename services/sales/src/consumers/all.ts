import { AttachCostSheetWhenIssued } from './attach-cost-sheet-when-issued.consumer.js';
import { EndCareWhenRepaid } from './end-care-when-repaid.consumer.js';
import { NoteCancellationWhenDisbursementCancelled } from './note-cancellation-when-disbursement-cancelled.consumer.js';
import { NoteConditionWhenChanged } from './note-condition-when-changed.consumer.js';
import { NoteConditionsWhenConfirmed } from './note-conditions-when-confirmed.consumer.js';
import { NoteDecisionWhenMade } from './note-decision-when-made.consumer.js';
import { NoteLapseWhenDecisionLapsed } from './note-lapse-when-decision-lapsed.consumer.js';
import { NoteMeasureWhenRiskDecided } from './note-measure-when-risk-decided.consumer.js';
import { NotePayoutWhenLoanDisbursed } from './note-payout-when-loan-disbursed.consumer.js';
import { NoteRefusalWhenCancellationRefused } from './note-refusal-when-cancellation-refused.consumer.js';
import { NoteReportWhenFinalised } from './note-report-when-finalised.consumer.js';
import { NoteReviewWhenDone } from './note-review-when-done.consumer.js';
import { NoteReviewWhenReturned } from './note-review-when-returned.consumer.js';
import { NoteReversalWhenDisbursementReversed } from './note-reversal-when-disbursement-reversed.consumer.js';
import { OpenAmendmentWhenRestructured } from './open-amendment-when-restructured.consumer.js';
import { OpenCareWhenPaidOut } from './open-care-when-paid-out.consumer.js';
import { RecallArrearsWhenCurrent } from './recall-arrears-when-current.consumer.js';
import { RecallArrearsWhenRepaid } from './recall-arrears-when-repaid.consumer.js';
import { RecallArrearsWhenReversed } from './recall-arrears-when-reversed.consumer.js';
import { ReceiveConditionsWhenApproved } from './receive-conditions-when-approved.consumer.js';
import { ReceiveInformingWhenRejected } from './receive-informing-when-rejected.consumer.js';
import { RecallJobMarkWhenTrainingDropped } from './recall-job-mark-when-training-dropped.consumer.js';
import { ReceiveJobMarkWhenTrainingAsked } from './receive-job-mark-when-training-asked.consumer.js';
import { ReceivePortfolioWhenSomebodyLeft } from './receive-portfolio-when-somebody-left.consumer.js';
import { ReceiveQuestionWhenRiskAsked } from './receive-question-when-risk-asked.consumer.js';
import { ReceiveSigningWhenApproved } from './receive-signing-when-approved.consumer.js';
import { RecordProductWhenPublished } from './record-product-when-published.consumer.js';
import { RecordQuoteWhenIssued } from './record-quote-when-issued.consumer.js';
import { RegradeWhenLoanStatusChanged } from './regrade-when-loan-status-changed.consumer.js';
import { ResumeCareWhenRepaymentReversed } from './resume-care-when-repayment-reversed.consumer.js';
import { ReturnJobMarkWhenSomebodyLeft } from './return-job-mark-when-somebody-left.consumer.js';
import { TakeArrearsTaskWhenLate } from './take-arrears-task-when-late.consumer.js';
import { TakeBackWhenApprovalReturned } from './take-back-when-approval-returned.consumer.js';
import { TakeBackWhenFinanceReturned } from './take-back-when-finance-returned.consumer.js';
import { TakeBackWhenRiskReturned } from './take-back-when-risk-returned.consumer.js';
import { TakeSecurityTaskWhenRiskDecided } from './take-security-task-when-risk-decided.consumer.js';

/** Every reaction of sales to another department. */
export const salesConsumers = [
  AttachCostSheetWhenIssued,
  EndCareWhenRepaid,
  ResumeCareWhenRepaymentReversed,
  NoteCancellationWhenDisbursementCancelled,
  NoteConditionWhenChanged,
  NoteConditionsWhenConfirmed,
  NoteDecisionWhenMade,
  NoteLapseWhenDecisionLapsed,
  NoteMeasureWhenRiskDecided,
  NotePayoutWhenLoanDisbursed,
  NoteRefusalWhenCancellationRefused,
  NoteReportWhenFinalised,
  NoteReversalWhenDisbursementReversed,
  NoteReviewWhenDone,
  NoteReviewWhenReturned,
  OpenAmendmentWhenRestructured,
  OpenCareWhenPaidOut,
  RecallArrearsWhenCurrent,
  RecallArrearsWhenRepaid,
  RecallArrearsWhenReversed,
  ReceiveConditionsWhenApproved,
  ReceiveInformingWhenRejected,
  RecallJobMarkWhenTrainingDropped,
  ReceiveJobMarkWhenTrainingAsked,
  ReceivePortfolioWhenSomebodyLeft,
  ReceiveQuestionWhenRiskAsked,
  ReceiveSigningWhenApproved,
  RecordProductWhenPublished,
  RecordQuoteWhenIssued,
  RegradeWhenLoanStatusChanged,
  ReturnJobMarkWhenSomebodyLeft,
  TakeArrearsTaskWhenLate,
  TakeBackWhenApprovalReturned,
  TakeBackWhenFinanceReturned,
  TakeBackWhenRiskReturned,
  TakeSecurityTaskWhenRiskDecided,
];
