import { EndOpinionWhenWithdrawn } from './end-opinion-when-withdrawn.consumer.js';
import { FollowWhenCustomersMerged } from './follow-when-customers-merged.consumer.js';
import { GiveBackWhenDecisionLapses } from './give-back-when-decision-lapses.consumer.js';
import { IssueCostSheetWhenDrafted } from './issue-cost-sheet-when-drafted.consumer.js';
import { IssueQuotesWhenAsked } from './issue-quotes-when-asked.consumer.js';
import { NoteConditionsWhenConfirmed } from './note-conditions-when-confirmed.consumer.js';
import { NoteDecisionWhenMade } from './note-decision-when-made.consumer.js';
import { NoteContactWhenSalesSpoke } from './note-contact-when-sales-spoke.consumer.js';
import { OpenBonusWhenSettled } from './open-bonus-when-settled.consumer.js';
import { OpenOrderWhenContractSigned } from './open-order-when-contract-signed.consumer.js';
import { ReceiveQuestionWhenCommitteeAsked } from './receive-question-when-committee-asked.consumer.js';
import { StopWhenApplicationWithdrawn } from './stop-when-application-withdrawn.consumer.js';
import { StopWhenCancellationRequested } from './stop-when-cancellation-requested.consumer.js';
import { LiftFreezeWhenLifted } from './lift-freeze-when-lifted.consumer.js';
import { TakeMeasureWhenDecided } from './take-measure-when-decided.consumer.js';

/** What finance hears from the others, for the module. */
export const consumers = [
  IssueQuotesWhenAsked,
  IssueCostSheetWhenDrafted,
  OpenOrderWhenContractSigned,
  NoteDecisionWhenMade,
  NoteConditionsWhenConfirmed,
  GiveBackWhenDecisionLapses,
  StopWhenApplicationWithdrawn,
  StopWhenCancellationRequested,
  ReceiveQuestionWhenCommitteeAsked,
  EndOpinionWhenWithdrawn,
  OpenBonusWhenSettled,
  FollowWhenCustomersMerged,
  TakeMeasureWhenDecided,
  LiftFreezeWhenLifted,
  NoteContactWhenSalesSpoke,
];
