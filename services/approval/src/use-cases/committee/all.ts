import { Committee } from './committee.js';
import { AppointMember } from './appoint-member.use-case.js';
import { EndMembership } from './end-membership.use-case.js';
import { PublishPolicy } from './publish-policy.use-case.js';

export const committeeActs = [Committee, PublishPolicy, AppointMember, EndMembership];
