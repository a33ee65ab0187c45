import { AssignInvestigators } from './assign-investigators.use-case.js';
import { NoteApproval } from './note-approval.use-case.js';
import { NoteFinance } from './note-finance.use-case.js';
import { NoteReply } from './note-reply.use-case.js';
import { OpenInvestigation } from './open-investigation.use-case.js';
import { RequestInformation } from './request-information.use-case.js';
import { ReturnInvestigation } from './return-investigation.use-case.js';
import { WithdrawApplication } from './withdraw-application.use-case.js';

export const investigationActs = [
  AssignInvestigators,
  NoteApproval,
  NoteFinance,
  NoteReply,
  OpenInvestigation,
  RequestInformation,
  ReturnInvestigation,
  WithdrawApplication,
];
