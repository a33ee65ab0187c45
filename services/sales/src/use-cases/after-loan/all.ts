import { AcknowledgeWarning } from './acknowledge-warning.use-case.js';
import { CarePlans } from './care-plans.js';
import { ChangeWatch } from './change-watch.js';
import { InspectionFollowUp } from './inspection-follow-up.js';
import { NoteWarningOutcome } from './note-warning-outcome.use-case.js';
import { OpenLoanCare } from './open-loan-care.use-case.js';
import { RecordBusinessChange } from './record-business-change.use-case.js';
import { RecordInspection, InspectionAnnouncement } from './record-inspection.use-case.js';
import { RecallArrearsTasks } from './recall-arrears-tasks.use-case.js';
import { RecordArrearsContact } from './record-arrears-contact.use-case.js';
import { ResumeLoanCare } from './resume-loan-care.use-case.js';
import { ReportWarning } from './report-warning.use-case.js';
import { EndSecurityTask } from './end-security-task.use-case.js';
import { TakeArrearsTask } from './take-arrears-task.use-case.js';
import { TakeSecurityTask } from './take-security-task.use-case.js';
import { WarningDesk } from './warning-desk.js';

/** What is done for a customer after the payout. */
export const afterLoanActs = [
  CarePlans,
  OpenLoanCare,
  ResumeLoanCare,
  RecordInspection,
  ReportWarning,
  NoteWarningOutcome,
  InspectionAnnouncement,
  InspectionFollowUp,
  WarningDesk,
  AcknowledgeWarning,
  RecordBusinessChange,
  ChangeWatch,
  TakeSecurityTask,
  EndSecurityTask,
  TakeArrearsTask,
  RecordArrearsContact,
  RecallArrearsTasks,
];
