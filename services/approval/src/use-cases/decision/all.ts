import { ConditionBallots } from './condition-ballots.js';
import { DecideConditionChange } from './decide-condition-change.use-case.js';
import { DecisionAnnouncement } from './decision-announcement.js';
import { ConfirmConditions } from './confirm-conditions.use-case.js';
import { DecideCase } from './decide-case.use-case.js';
import { LapseDecisions } from './lapse-decisions.use-case.js';
import { NoteContractSigned } from './note-contract-signed.use-case.js';
import { ReceiveEvidence } from './receive-evidence.use-case.js';
import { RemindOfConditions } from './remind-of-conditions.use-case.js';
import { RequestConditionChange } from './request-condition-change.use-case.js';
import { RequestReconsideration } from './request-reconsideration.use-case.js';
import { ReturnConditions } from './return-conditions.use-case.js';
import { SettleConditionChange } from './settle-condition-change.use-case.js';
import { VoteConditionChange } from './vote-condition-change.use-case.js';

export const decisionActs = [
  DecisionAnnouncement,
  ConditionBallots,
  DecideCase,
  ReceiveEvidence,
  ConfirmConditions,
  ReturnConditions,
  RequestConditionChange,
  VoteConditionChange,
  DecideConditionChange,
  SettleConditionChange,
  RemindOfConditions,
  LapseDecisions,
  NoteContractSigned,
  RequestReconsideration,
];
