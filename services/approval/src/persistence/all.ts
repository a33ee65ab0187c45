import { filesCollections } from '@weilend/files';
import { ApprovalCases } from './case/approval-case.repository.js';
import { approvalCaseCollection } from './case/approval-case.schema.js';
import {
  CommitteeAbsences,
  CommitteeConflicts,
  CommitteeMembers,
  CommitteePolicies,
  CommitteeRegisters,
} from './committee/committee.repository.js';
import {
  absenceCollection,
  conflictCollection,
  memberCollection,
  policyCollection,
  registerCollection,
} from './committee/committee.schema.js';
import { CommitteeRolls } from './committee/committee-rolls.js';
import { Decisions } from './decision/decision.repository.js';
import { decisionCollection } from './decision/decision.schema.js';
import { ApplicationStages, Products } from './projection.repository.js';
import { productCollection, stageCollection } from './projection.schema.js';
import { CommitteeSessions } from './session/committee-session.repository.js';
import { sessionCollection } from './session/committee-session.schema.js';

/** Repositories, for the module. */
export const repositories = [
  ApprovalCases,
  Decisions,
  CommitteeMembers,
  CommitteePolicies,
  CommitteeRegisters,
  CommitteeAbsences,
  CommitteeConflicts,
  CommitteeRolls,
  CommitteeSessions,
  ApplicationStages,
  Products,
];

/** Collections of the department. */
export const approvalCollections = [
  registerCollection,
  policyCollection,
  memberCollection,
  absenceCollection,
  conflictCollection,
  approvalCaseCollection,
  decisionCollection,
  sessionCollection,
  stageCollection,
  productCollection,
  ...filesCollections,
];
