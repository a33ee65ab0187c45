import { EVERYONE } from '../roles.js';
import type { Permission, Role } from '../roles.js';

const voters: readonly Role[] = ['committee-chair', 'committee-member'];
const desk: readonly Role[] = ['committee-chair', 'committee-secretary'];
const control: readonly Role[] = ['compliance-officer', 'auditor', 'coordinator'];

/** Who may do and see what in approval: permission -> roles. Named `approval.<verb-noun>` for acts, `approval.read-<noun>` for reading. */
export const approvalPermissions = {
  /** One drafts, another approves. */
  'approval.publish-policy': { roles: desk },
  'approval.approve-policy': { roles: [...voters, 'administrator'] },
  'approval.drop-policy': { roles: desk },
  'approval.appoint-member': { roles: ['committee-chair', 'administrator'] },
  'approval.end-membership': { roles: ['committee-chair', 'administrator'] },
  /** For oneself; the chair and the secretary for others. */
  'approval.declare-absence': { roles: [...voters, 'committee-secretary'] },
  'approval.end-absence': { roles: [...voters, 'committee-secretary'] },
  'approval.declare-committee-conflict': { roles: [...voters, 'committee-secretary'] },
  'approval.end-committee-conflict': { roles: desk },
  'approval.declare-recusal': { roles: voters },
  'approval.recuse-member': { roles: desk },
  'approval.cast-vote': { roles: voters },
  'approval.propose-terms': { roles: desk },
  'approval.request-opinion': { roles: desk },
  'approval.circulate-case': { roles: desk },
  'approval.return-report': { roles: desk },
  'approval.veto-case': { roles: ['committee-chair'] },
  'approval.decide-case': { roles: desk },
  'approval.confirm-conditions': { roles: ['committee-secretary'] },
  'approval.return-conditions': { roles: ['committee-secretary'] },
  'approval.request-condition-change': { roles: desk },
  'approval.vote-condition-change': { roles: voters },
  'approval.decide-condition-change': { roles: desk },
  'approval.settle-condition-change': { roles: ['committee-chair'] },
  /** For a loan of one's own. */
  'approval.request-reconsideration': { roles: ['salesperson', 'sales-manager'] },
  'approval.call-committee-session': { roles: desk },
  'approval.start-committee-session': { roles: desk },
  'approval.cancel-committee-session': { roles: desk },
  'approval.open-committee-session': { roles: desk },
  'approval.close-committee-session': { roles: desk },
  'approval.read-policy': { roles: EVERYONE },
  'approval.read-member': { roles: EVERYONE },
  /** A salesperson sees the cases of his own customers only. */
  'approval.read-case': {
    roles: [
      ...voters,
      'committee-secretary',
      'salesperson',
      'sales-manager',
      'investigator',
      'risk-manager',
      'finance-manager',
      'finance-officer',
      ...control,
    ],
  },
  /** Who voted how is for the committee and for those who check it. */
  'approval.read-vote': { roles: [...voters, 'committee-secretary', 'sales-manager', 'risk-manager', 'compliance-officer', 'auditor'] },
  /** Ties of members to customers: the desk and those who check it; a member sees his own. */
  'approval.read-conflict': { roles: [...voters, 'committee-secretary', 'compliance-officer', 'auditor'] },
  'approval.read-worklist': { roles: [...voters, 'committee-secretary'] },
  'approval.read-dashboard': { roles: [...desk, 'sales-manager', 'risk-manager', ...control] },
  'approval.read-session': { roles: [...voters, 'committee-secretary', ...control] },
  /** A decision counted once more, with the hashes that it cites. */
  'approval.read-verification': { roles: [...desk, 'risk-manager', 'compliance-officer', 'auditor'] },
  'approval.refer-application': { roles: EVERYONE },
} as const satisfies Record<`approval.${string}`, Permission>;
