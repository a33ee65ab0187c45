import { EVERYONE } from '../roles.js';
import type { Permission, Role } from '../roles.js';

const voters: readonly Role[] = ['committee-chair', 'committee-member'];
const desk: readonly Role[] = ['committee-chair', 'committee-secretary'];
const control: readonly Role[] = ['compliance-officer', 'auditor', 'coordinator'];

/** Who may do and see what in approval: permission -> roles. Named `approval.<verb-noun>` for acts, `approval.read-<noun>` for reading. */
export const approvalPermissions = {
  'approval.publish-policy': { roles: ['committee-chair'] },
  'approval.appoint-member': { roles: ['committee-chair', 'administrator'] },
  'approval.end-membership': { roles: ['committee-chair', 'administrator'] },
  'approval.declare-recusal': { roles: voters },
  'approval.recuse-member': { roles: desk },
  'approval.cast-vote': { roles: voters },
  'approval.propose-terms': { roles: desk },
  'approval.request-opinion': { roles: desk },
  'approval.veto-case': { roles: ['committee-chair'] },
  'approval.decide-case': { roles: desk },
  'approval.confirm-conditions': { roles: ['committee-secretary'] },
  'approval.return-conditions': { roles: ['committee-secretary'] },
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
  'approval.read-session': { roles: [...voters, 'committee-secretary', ...control] },
  /** A decision counted once more, with the hashes that it cites. */
  'approval.read-verification': { roles: [...desk, 'risk-manager', 'compliance-officer', 'auditor'] },
  'approval.refer-application': { roles: EVERYONE },
} as const satisfies Record<`approval.${string}`, Permission>;
