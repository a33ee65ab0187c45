import { CountExposureWhenLoanDisbursed } from './count-exposure-when-loan-disbursed.consumer.js';
import { CountOwedWhenRepaid } from './count-owed-when-repaid.consumer.js';
import { CountOwedWhenRepaymentReversed } from './count-owed-when-repayment-reversed.consumer.js';
import { DropExposureWhenDisbursementReversed } from './drop-exposure-when-disbursement-reversed.consumer.js';
import { EndInvestigationWhenWithdrawn } from './end-investigation-when-withdrawn.consumer.js';
import { KeepGroupWhenChanged } from './keep-group-when-changed.consumer.js';
import { FreeWorkWhenSomebodyLeft } from './free-work-when-somebody-left.consumer.js';
import { KeepLimitsWhenProductPublished } from './keep-limits-when-product-published.consumer.js';
import { NoteDecisionWhenMade } from './note-decision-when-made.consumer.js';
import { NoteMeasureWhenFinanceApplied } from './note-measure-when-finance-applied.consumer.js';
import { NoteMeasureWhenFinanceRecalled } from './note-measure-when-finance-recalled.consumer.js';
import { NoteMeasureWhenFinanceReturned } from './note-measure-when-finance-returned.consumer.js';
import { NoteMeasureWhenSalesApplied } from './note-measure-when-sales-applied.consumer.js';
import { NoteMeasureWhenSalesRecalled } from './note-measure-when-sales-recalled.consumer.js';
import { NoteMeasureWhenSalesReturned } from './note-measure-when-sales-returned.consumer.js';
import { NoteReplyWhenSalesAnswered } from './note-reply-when-sales-answered.consumer.js';
import { NoteReplyWhenSalesRecalled } from './note-reply-when-sales-recalled.consumer.js';
import { NoteReplyWhenSalesReturned } from './note-reply-when-sales-returned.consumer.js';
import { OpenAlertWhenHandedOver } from './open-alert-when-handed-over.consumer.js';
import { OpenInvestigationWhenHandedOver } from './open-investigation-when-handed-over.consumer.js';
import { ReadSignalWhenAccountAdded } from './read-signal-when-account-added.consumer.js';
import { ReadSignalWhenBusinessChanged } from './read-signal-when-business-changed.consumer.js';
import { ReadSignalWhenCustomerComplained } from './read-signal-when-customer-complained.consumer.js';
import { ReadSignalWhenInspected } from './read-signal-when-inspected.consumer.js';
import { ReadSignalWhenLoanStatusChanged } from './read-signal-when-loan-status-changed.consumer.js';
import { ReadSignalWhenPromiseBroken } from './read-signal-when-promise-broken.consumer.js';
import { ReadSignalWhenRepresentativeChanged } from './read-signal-when-representative-changed.consumer.js';
import { ReceiveQuestionWhenCommitteeAsked } from './receive-question-when-committee-asked.consumer.js';
import { ReopenInvestigationWhenReportReturned } from './reopen-investigation-when-report-returned.consumer.js';
import { WatchWhenLoanClassChanged } from './watch-when-loan-class-changed.consumer.js';
import { WatchWhenLoanDisbursed } from './watch-when-loan-disbursed.consumer.js';

/** What risk reacts to. */
export const riskConsumers = [
  CountExposureWhenLoanDisbursed,
  CountOwedWhenRepaid,
  CountOwedWhenRepaymentReversed,
  DropExposureWhenDisbursementReversed,
  EndInvestigationWhenWithdrawn,
  KeepGroupWhenChanged,
  FreeWorkWhenSomebodyLeft,
  KeepLimitsWhenProductPublished,
  NoteDecisionWhenMade,
  NoteMeasureWhenFinanceApplied,
  NoteMeasureWhenFinanceRecalled,
  NoteMeasureWhenFinanceReturned,
  NoteMeasureWhenSalesApplied,
  NoteMeasureWhenSalesRecalled,
  NoteMeasureWhenSalesReturned,
  NoteReplyWhenSalesAnswered,
  NoteReplyWhenSalesRecalled,
  NoteReplyWhenSalesReturned,
  OpenAlertWhenHandedOver,
  OpenInvestigationWhenHandedOver,
  ReadSignalWhenAccountAdded,
  ReadSignalWhenBusinessChanged,
  ReadSignalWhenCustomerComplained,
  ReadSignalWhenInspected,
  ReadSignalWhenLoanStatusChanged,
  ReadSignalWhenPromiseBroken,
  ReadSignalWhenRepresentativeChanged,
  ReceiveQuestionWhenCommitteeAsked,
  ReopenInvestigationWhenReportReturned,
  WatchWhenLoanClassChanged,
  WatchWhenLoanDisbursed,
];
