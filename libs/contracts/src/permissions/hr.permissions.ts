import { EVERYONE } from '../roles.js';
import type { Permission } from '../roles.js';

/** Who may do and see what in hr: permission -> roles. Named `hr.<verb-noun>` for acts, `hr.read-<noun>` for reading. */
export const hrPermissions = {
  'hr.sign-in': 'public',
  'hr.refresh-sign-in': 'public',
  'hr.sign-out': { roles: EVERYONE },
  'hr.read-self': { roles: EVERYONE },
  'hr.read-employee': { roles: EVERYONE },
  'hr.hire-employee': { roles: ['administrator', 'hr-manager'] },
  'hr.change-employee': { roles: ['administrator', 'hr-manager'] },
  'hr.deactivate-employee': { roles: ['administrator', 'hr-manager'] },
  'hr.publish-appraisal-scheme': { roles: ['hr-manager'] },
  'hr.open-appraisal': { roles: ['hr-manager', 'sales-manager'] },
  'hr.close-appraisal': { roles: ['hr-manager'] },
  'hr.read-appraisal': { roles: ['salesperson', 'sales-manager', 'hr-manager', 'auditor'] },
  'hr.draft-bonus-formula': { roles: ['hr-manager'] },
  'hr.publish-bonus-formula': { roles: ['hr-manager', 'finance-manager'] },
  'hr.withdraw-bonus-formula': { roles: ['hr-manager'] },
  'hr.simulate-bonus-formula': { roles: ['hr-manager', 'finance-manager'] },
  'hr.prepare-bonuses': { roles: ['hr-manager'] },
  'hr.approve-bonuses': { roles: ['hr-manager', 'finance-manager'] },
  'hr.reject-bonus': { roles: ['hr-manager', 'finance-manager'] },
  'hr.send-bonus-again': { roles: ['hr-manager'] },
  'hr.read-bonus-formula': { roles: ['salesperson', 'sales-manager', 'hr-manager', 'finance-manager', 'auditor'] },
  'hr.read-bonus': { roles: ['salesperson', 'sales-manager', 'hr-manager', 'finance-manager', 'auditor'] },
} as const satisfies Record<`hr.${string}`, Permission>;
