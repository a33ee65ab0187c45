import { EVERYONE } from '../roles.js';
import type { Permission } from '../roles.js';

/** Who may do and see what in compliance: permission -> roles. Named `compliance.<verb-noun>` for acts, `compliance.read-<noun>` for reading. */
export const compliancePermissions = {
  'compliance.propose-parameter': { roles: ['compliance-officer', 'administrator'] },
  'compliance.approve-parameter': { roles: ['compliance-officer', 'administrator'] },
  'compliance.reject-parameter': { roles: ['compliance-officer', 'administrator'] },
  'compliance.read-parameter': { roles: EVERYONE },
  'compliance.report-violation': { roles: EVERYONE },
  'compliance.investigate-violation': { roles: ['compliance-officer'] },
  'compliance.confirm-violation': { roles: ['compliance-officer'] },
  'compliance.dismiss-violation': { roles: ['compliance-officer'] },
  'compliance.read-violation': { roles: ['compliance-officer', 'auditor', 'hr-manager', 'sales-manager'] },
  'compliance.give-opinion': { roles: ['compliance-officer'] },
  'compliance.return-opinion': { roles: ['compliance-officer'] },
  'compliance.read-opinion-request': { roles: ['compliance-officer'] },
  'compliance.review-contract': { roles: ['compliance-officer'] },
  'compliance.return-contract-review': { roles: ['compliance-officer'] },
  'compliance.read-contract-review': { roles: ['compliance-officer', 'auditor', 'sales-manager'] },
  'compliance.read-access-log': { roles: ['compliance-officer', 'auditor'] },
  'compliance.publish-rule': { roles: ['compliance-officer'] },
  'compliance.acknowledge-rule': { roles: EVERYONE },
  'compliance.read-rule': { roles: EVERYONE },
  'compliance.read-acknowledgement': { roles: ['compliance-officer', 'auditor', 'hr-manager', 'sales-manager'] },
  'compliance.read-dossier': {
    roles: ['compliance-officer', 'auditor', 'sales-manager', 'risk-manager', 'finance-manager', 'coordinator'],
  },
  'compliance.refer-application': { roles: EVERYONE },
} as const satisfies Record<`compliance.${string}`, Permission>;
