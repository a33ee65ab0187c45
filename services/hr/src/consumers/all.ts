import { AppraiseViolationWhenConfirmed } from './appraise-violation-when-confirmed.consumer.js';
import { careerConsumers } from './career.consumer.js';
import {
  NoteBonusLoanWhenReversed,
  NoteBonusLoanWhenStatusChanged,
  NoteBonusLoanWhenWrittenOff,
  NoteDayWhenEnded,
} from './note-bonus-loan.consumer.js';
import { NoteBonusWhenPaid, NoteBonusWhenReturned } from './note-bonus-payment.consumer.js';
import {
  CountComplaintWhenClosed,
  CountComplaintWhenOpened,
  CountSatisfactionWhenRecorded,
  CountVisitWhenLate,
  CountVisitWhenMade,
  RecountFirstLoansWhenMerged,
} from './hear-of-care.consumer.js';
import {
  CountLoanWhenDisbursed,
  CountOffLoanWhenReversed,
  FollowLoanWhenRepaid,
  FollowLoanWhenRepaymentReversed,
  FollowLoanWhenRestructured,
  FollowLoanWhenStatusChanged,
  FollowLoanWhenWrittenOff,
} from './hear-of-loans.consumer.js';
import { CountHoursWhenTrainingEvaluated } from './note-facts.consumer.js';
import { RehangReportsWhenRehungInPart, RehangReportsWhenSomebodyLeft } from './rehang-reports-when-somebody-left.consumer.js';

/** What hr hears from the other departments. */
export const hrConsumers = [
  ...[CountLoanWhenDisbursed, CountOffLoanWhenReversed, FollowLoanWhenRepaid, FollowLoanWhenRepaymentReversed],
  ...[FollowLoanWhenRestructured, FollowLoanWhenWrittenOff, FollowLoanWhenStatusChanged],
  ...[CountSatisfactionWhenRecorded, CountVisitWhenMade, CountVisitWhenLate, CountComplaintWhenOpened, CountComplaintWhenClosed],
  ...[RecountFirstLoansWhenMerged, AppraiseViolationWhenConfirmed, CountHoursWhenTrainingEvaluated],
  ...[NoteBonusLoanWhenStatusChanged, NoteBonusLoanWhenWrittenOff, NoteBonusLoanWhenReversed, NoteBonusWhenPaid, NoteBonusWhenReturned],
  NoteDayWhenEnded,
  ...[RehangReportsWhenSomebodyLeft, RehangReportsWhenRehungInPart],
  ...careerConsumers,
];
