import { ApprovePolicy } from './approve-policy.use-case.js';
import { Committee } from './committee.js';
import { AppointMember } from './appoint-member.use-case.js';
import { DeclareAbsence } from './declare-absence.use-case.js';
import { DeclareConflict } from './declare-conflict.use-case.js';
import { DropPolicy } from './drop-policy.use-case.js';
import { EndAbsence } from './end-absence.use-case.js';
import { EndConflict } from './end-conflict.use-case.js';
import { EndMembership } from './end-membership.use-case.js';
import { PublishPolicy } from './publish-policy.use-case.js';

export const committeeActs = [
  ...[Committee, PublishPolicy, ApprovePolicy, DropPolicy],
  ...[AppointMember, EndMembership, DeclareAbsence, EndAbsence, DeclareConflict, EndConflict],
];
