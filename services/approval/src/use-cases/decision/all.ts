import { DecisionAnnouncement } from './decision-announcement.js';
import { ConfirmConditions } from './confirm-conditions.use-case.js';
import { DecideCase } from './decide-case.use-case.js';
import { LapseDecisions } from './lapse-decisions.use-case.js';
import { NoteContractSigned } from './note-contract-signed.use-case.js';
import { ReceiveEvidence } from './receive-evidence.use-case.js';
import { ReturnConditions } from './return-conditions.use-case.js';

export const decisionActs = [
  DecisionAnnouncement,
  DecideCase,
  ReceiveEvidence,
  ConfirmConditions,
  ReturnConditions,
  LapseDecisions,
  NoteContractSigned,
];
