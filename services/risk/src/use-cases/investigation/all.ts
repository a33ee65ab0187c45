import { AssignInvestigators } from './assign-investigators.use-case.js';
import { AssignProposedPair } from './assign-proposed-pair.use-case.js';
import { DeclareConflict } from './declare-conflict.use-case.js';
import { EndConflict } from './end-conflict.use-case.js';
import { InvestigationPairs } from './investigation-pairs.js';
import { NoteApproval } from './note-approval.use-case.js';
import { NoteFinance } from './note-finance.use-case.js';
import { NoteReply } from './note-reply.use-case.js';
import { OpenInvestigation } from './open-investigation.use-case.js';
import { PlanInvestigation } from './plan-investigation.use-case.js';
import { ReplaceInvestigator } from './replace-investigator.use-case.js';
import { RequestInformation } from './request-information.use-case.js';
import { ReturnInvestigation } from './return-investigation.use-case.js';
import { WithdrawApplication } from './withdraw-application.use-case.js';

export const investigationActs = [
  AssignInvestigators,
  AssignProposedPair,
  DeclareConflict,
  EndConflict,
  InvestigationPairs,
  NoteApproval,
  NoteFinance,
  NoteReply,
  OpenInvestigation,
  PlanInvestigation,
  ReplaceInvestigator,
  RequestInformation,
  ReturnInvestigation,
  WithdrawApplication,
];
