import { ApprovalCases } from '../persistence/approval-case.repository.js';
import { CommitteeMembers, CommitteePolicies, CommitteeRegisters } from '../persistence/committee.repository.js';
import { CommitteeSessions } from '../persistence/committee-session.repository.js';
import { Decisions } from '../persistence/decision.repository.js';
import { ApplicationStages, Products } from '../persistence/projection.repository.js';
import { ApplicationFile } from './application-file.js';
import { AppointMember } from './appoint-member/appoint-member.use-case.js';
import { CastVote } from './cast-vote/cast-vote.use-case.js';
import { CloseCommitteeSession } from './close-committee-session/close-committee-session.use-case.js';
import { Committee } from './committee.js';
import { ConfirmConditions } from './confirm-conditions/confirm-conditions.use-case.js';
import { DecideCase } from './decide-case/decide-case.use-case.js';
import { DecisionAnnouncement } from './decision-announcement.js';
import { DeclareRecusal } from './declare-recusal/declare-recusal.use-case.js';
import { EndMembership } from './end-membership/end-membership.use-case.js';
import { LapseDecisions } from './lapse-decisions/lapse-decisions.use-case.js';
import { NoteContractSigned } from './note-contract-signed/note-contract-signed.use-case.js';
import { NoteOpinion } from './note-opinion/note-opinion.use-case.js';
import { OpenCase } from './open-case/open-case.use-case.js';
import { OpenCommitteeSession } from './open-committee-session/open-committee-session.use-case.js';
import { ProposeTerms } from './propose-terms/propose-terms.use-case.js';
import { PublishPolicy } from './publish-policy/publish-policy.use-case.js';
import { ReceiveEvidence } from './receive-evidence/receive-evidence.use-case.js';
import { RecordProduct } from './record-product/record-product.use-case.js';
import { RecuseMember } from './recuse-member/recuse-member.use-case.js';
import { RequestOpinion } from './request-opinion/request-opinion.use-case.js';
import { ReturnConditions } from './return-conditions/return-conditions.use-case.js';
import { VetoCase } from './veto-case/veto-case.use-case.js';
import { WithdrawApplication } from './withdraw-application/withdraw-application.use-case.js';

const repositories = [
  ApprovalCases,
  Decisions,
  CommitteeMembers,
  CommitteePolicies,
  CommitteeRegisters,
  CommitteeSessions,
  ApplicationStages,
  Products,
];

const acts = [
  PublishPolicy,
  AppointMember,
  EndMembership,
  OpenCase,
  DeclareRecusal,
  RecuseMember,
  CastVote,
  ProposeTerms,
  VetoCase,
  RequestOpinion,
  NoteOpinion,
  DecideCase,
  ReceiveEvidence,
  ConfirmConditions,
  ReturnConditions,
  LapseDecisions,
  WithdrawApplication,
  NoteContractSigned,
  RecordProduct,
  OpenCommitteeSession,
  CloseCommitteeSession,
];

/** Repositories, use cases and what use cases share, for the module. */
export const approvalProviders = [...repositories, Committee, ApplicationFile, DecisionAnnouncement, ...acts];
