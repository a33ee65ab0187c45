import { AmendApplication } from './amend-application.use-case.js';
import { AnswerInformationRequest } from './answer-information-request.use-case.js';
import { ApplicationDesk } from './application-desk.js';
import { AttachDocument } from './attach-document.use-case.js';
import { ConditionHandover } from './condition-handover.js';
import { CreateApplication } from './create-application.use-case.js';
import { InformingTasks } from './informing-tasks.js';
import { JudgeDocument } from './judge-document.use-case.js';
import { NoteConditionChange } from './note-condition-change.use-case.js';
import { PassFirstCheck } from './pass-first-check.use-case.js';
import { ReceiveQuestion } from './receive-question.use-case.js';
import { ReceiveReturns } from './receive-returns.use-case.js';
import { ReceiveWork } from './receive-work.use-case.js';
import { RecordConditionEvidence } from './record-condition-evidence.use-case.js';
import { RecordCustomerInformed } from './record-customer-informed.use-case.js';
import { RecordFacts } from './record-facts.use-case.js';
import { ReportFalsification } from './report-falsification.use-case.js';
import { ReturnApplication } from './return-application.use-case.js';
import { StartCheck } from './start-check.use-case.js';
import { SubmitApplication } from './submit-application.use-case.js';
import { SubmitGateFacts } from './submit-gate-facts.js';
import { WithdrawApplication } from './withdraw-application.use-case.js';

/** What is done with an application. */
export const applicationActs = [
  CreateApplication,
  AmendApplication,
  AttachDocument,
  JudgeDocument,
  SubmitApplication,
  StartCheck,
  ReturnApplication,
  PassFirstCheck,
  WithdrawApplication,
  RecordConditionEvidence,
  RecordCustomerInformed,
  ReportFalsification,
  RecordFacts,
  ReceiveReturns,
  ReceiveWork,
  ReceiveQuestion,
  AnswerInformationRequest,
  ApplicationDesk,
  SubmitGateFacts,
  InformingTasks,
  ConditionHandover,
  NoteConditionChange,
];
