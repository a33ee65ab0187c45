import { CountExposureWhenLoanDisbursed } from './count-exposure-when-loan-disbursed.consumer.js';
import { CountOwedWhenRepaid } from './count-owed-when-repaid.consumer.js';
import { CountOwedWhenRepaymentReversed } from './count-owed-when-repayment-reversed.consumer.js';
import { DropExposureWhenDisbursementReversed } from './drop-exposure-when-disbursement-reversed.consumer.js';
import { EndInvestigationWhenWithdrawn } from './end-investigation-when-withdrawn.consumer.js';
import { KeepGroupWhenChanged } from './keep-group-when-changed.consumer.js';
import { KeepLimitsWhenProductPublished } from './keep-limits-when-product-published.consumer.js';
import { NoteDecisionWhenMade } from './note-decision-when-made.consumer.js';
import { NoteReplyWhenSalesAnswered } from './note-reply-when-sales-answered.consumer.js';
import { NoteReplyWhenSalesRecalled } from './note-reply-when-sales-recalled.consumer.js';
import { NoteReplyWhenSalesReturned } from './note-reply-when-sales-returned.consumer.js';
import { OpenAlertWhenHandedOver } from './open-alert-when-handed-over.consumer.js';
import { OpenInvestigationWhenHandedOver } from './open-investigation-when-handed-over.consumer.js';
import { ReceiveQuestionWhenCommitteeAsked } from './receive-question-when-committee-asked.consumer.js';
import { ReopenInvestigationWhenReportReturned } from './reopen-investigation-when-report-returned.consumer.js';

/** What risk reacts to. */
export const riskConsumers = [
  CountExposureWhenLoanDisbursed,
  CountOwedWhenRepaid,
  CountOwedWhenRepaymentReversed,
  DropExposureWhenDisbursementReversed,
  EndInvestigationWhenWithdrawn,
  KeepGroupWhenChanged,
  KeepLimitsWhenProductPublished,
  NoteDecisionWhenMade,
  NoteReplyWhenSalesAnswered,
  NoteReplyWhenSalesRecalled,
  NoteReplyWhenSalesReturned,
  OpenAlertWhenHandedOver,
  OpenInvestigationWhenHandedOver,
  ReceiveQuestionWhenCommitteeAsked,
  ReopenInvestigationWhenReportReturned,
];
